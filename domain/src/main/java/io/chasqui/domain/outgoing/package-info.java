/** A message on its way out: what is sent, and how far it has come. */
package io.chasqui.domain.outgoing;
