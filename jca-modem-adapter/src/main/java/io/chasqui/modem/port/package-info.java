/** Serial ports: octets in and out of a device that may vanish at any moment. */
package io.chasqui.modem.port;
