/** SMPP implementations that are not ours, as SMSCs and as ESMEs of the gateway. */
package io.chasqui.systemtest.foreign;
