/** The resource adapter: Jakarta Connectors' names around the modem links. */
package io.chasqui.modem.ra;
