/** A message, its identity, and the states it moves through from acceptance to its end. */
package io.chasqui.domain.message;
