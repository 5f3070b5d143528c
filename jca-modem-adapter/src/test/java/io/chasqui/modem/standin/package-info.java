/** A modem that speaks AT on a real pseudo-terminal, and misbehaves as real ones do. */
package io.chasqui.modem.standin;
