/** An SMSC of plain sockets for tests: does what it is told, wrong things too. */
package io.chasqui.smpp.smsc;
