/**
 * A modem on a serial port, in AT commands (3GPP TS 27.005 and 27.007): one actor with one mailbox,
 * one command at a time, and unsolicited lines wherever they come.
 */
package io.chasqui.modem.at;
