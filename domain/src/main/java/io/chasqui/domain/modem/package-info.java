/** Modems as their operator sees them: how each one stands, and what may be asked of it. */
package io.chasqui.domain.modem;
