package io.chasqui.modem.at;

import java.util.List;

/**
 * How the modem hands over what comes in, as it let itself be set up.
 *
 * @param memories where messages and reports may lie, those for messages first
 * @param acknowledged whether it wants +CNMA for what it hands over directly (27.005, 3.2.1)
 * @param indication the command that switched its indications on; empty when none did
 */
record SmsService(List<String> memories, boolean acknowledged, String indication) {
  SmsService {
    memories = List.copyOf(memories);
  }
}
