/** The domain's words and SMPP's, translated into each other. */
package io.chasqui.smpp.mapping;
