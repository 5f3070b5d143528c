package io.chasqui.modem.at;

/**
 * A short message as it lies in a modem's memory.
 *
 * @param length octets of its TPDU as told, -1 when not told
 */
record StoredMessage(String memory, int index, String pdu, int length) {}
