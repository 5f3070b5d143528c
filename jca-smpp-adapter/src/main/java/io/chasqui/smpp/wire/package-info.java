/** Octets and sockets: jSMPP's session, bounded, asynchronous and acknowledging when told to. */
package io.chasqui.smpp.wire;
