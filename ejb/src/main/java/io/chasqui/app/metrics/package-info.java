/** The gateway's own figures for {@code /metrics}. */
package io.chasqui.app.metrics;
