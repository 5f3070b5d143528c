/**
 * A real SMPP 3.4 message centre that answers, delays, refuses and reports as its options say, and
 * keeps its own record of what it got.
 */
package io.chasqui.simulator;
