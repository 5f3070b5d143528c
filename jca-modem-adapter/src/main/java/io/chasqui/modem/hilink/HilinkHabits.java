package io.chasqui.modem.hilink;

import io.chasqui.domain.link.HilinkVariant;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a stick's firmware wants characters outside the basic plane. */
enum HilinkHabits {
  /** E303 and E3131. */
  CESU_8,
  /** E3372 and E3372h. */
  UTF_8;

  /**
   * @param model as the stick names itself, which counts only when no variant was set
   */
  static HilinkHabits of(HilinkVariant variant, String model) {
    return switch (variant) {
      case E303, E3131 -> CESU_8;
      case E3372, E3372H -> UTF_8;
      case AUTO -> model.toUpperCase(Locale.ROOT).matches(".*(E303|E3131).*") ? CESU_8 : UTF_8;
    };
  }

  byte[] encode(String text) {
    return this == CESU_8 ? Cesu8.encode(text) : text.getBytes(StandardCharsets.UTF_8);
  }
}
