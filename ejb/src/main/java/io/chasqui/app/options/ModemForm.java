package io.chasqui.app.options;

import io.chasqui.domain.operations.ModemOptions;
import java.util.Map;

/**
 * A connector's modems as they were read.
 *
 * @param secrets PINs and passwords that were given, by the modem's name
 */
public record ModemForm(ModemOptions options, Map<String, String> secrets) {
  @Override
  public String toString() {
    return options.toString();
  }
}
