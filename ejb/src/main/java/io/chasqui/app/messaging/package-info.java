/** Envelopes between the stages: what goes through the broker, and how it is written. */
package io.chasqui.app.messaging;
