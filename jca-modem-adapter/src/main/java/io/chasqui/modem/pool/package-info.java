/**
 * Many modems behind one connector: which of them sends what and when, and what follows when one
 * fails.
 */
package io.chasqui.modem.pool;
