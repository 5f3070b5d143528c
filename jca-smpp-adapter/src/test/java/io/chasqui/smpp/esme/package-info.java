/** The SMPP server, black box: ESMEs of plain sockets in front, a scripted application behind. */
package io.chasqui.smpp.esme;
