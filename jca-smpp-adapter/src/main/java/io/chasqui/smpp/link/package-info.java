/** Links kept bound: windows, pace, time-outs, reconnection, and what they bring in. */
package io.chasqui.smpp.link;
