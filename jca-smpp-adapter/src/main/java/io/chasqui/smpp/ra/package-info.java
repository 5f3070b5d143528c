/** The resource adapter: Jakarta Connectors' names around the link engine. */
package io.chasqui.smpp.ra;
