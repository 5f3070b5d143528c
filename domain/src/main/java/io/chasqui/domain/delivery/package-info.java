/** Events told to clients by webhook: signed, retried, kept. */
package io.chasqui.domain.delivery;
