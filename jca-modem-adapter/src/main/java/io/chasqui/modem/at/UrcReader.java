package io.chasqui.modem.at;

import io.chasqui.domain.modem.Registration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a modem says unasked from what it answers; a PDU may come lines after its header. */
final class UrcReader {
  private static final Pattern PDU = Pattern.compile("[0-9A-Fa-f]{14,}");
  private static final Pattern STORED =
      Pattern.compile("\\+C(?:MT|DS)I: ?\"?([A-Z]+)\"?, ?(\\d{1,5})");
  private static final Pattern HEADER = Pattern.compile("\\+C(?:MT|DS): ?(?:.*,)? ?(\\d{1,3})");
  private static final Pattern REGISTERED =
      Pattern.compile("\\+C[EG]?REG: ?(\\d)(?:, ?\"[^,]*\".*)?");
  private static final Pattern RESTARTED = Pattern.compile("\\^SYSSTART.*|RDY|START");
  private static final Pattern FULL =
      Pattern.compile("\\^SMMEMFULL.*|\\+CIEV: ?\"?(?:smsfull|SMSFULL)\"?.*");

  /** Octets its header told of the PDU that must come; -1 when none is awaited. */
  private int awaited = -1;

  /** What the line says unasked; empty for answers, echoes and noise. */
  Optional<Urc> read(String line) {
    if (awaited >= 0 && PDU.matcher(line).matches()) {
      Urc direct = new Urc.Direct(line, awaited);
      awaited = -1;
      return Optional.of(direct);
    }
    Matcher stored = STORED.matcher(line);
    return stored.matches()
        ? Optional.of(new Urc.Stored(stored.group(1), Integer.parseInt(stored.group(2))))
        : other(line);
  }

  private Optional<Urc> other(String line) {
    Matcher registered = REGISTERED.matcher(line);
    if (registered.matches()) {
      return Optional.of(new Urc.Registered(registration(registered.group(1))));
    }
    if (line.startsWith("+CUSD:")) {
      return Optional.of(ussd(AtFields.of(line)));
    }
    if (FULL.matcher(line).matches()) {
      return Optional.of(new Urc.StorageFull());
    }
    return RESTARTED.matcher(line).matches() ? Optional.of(new Urc.Restarted()) : Optional.empty();
  }

  /** Whether the line announces a PDU that is nobody's answer. */
  boolean isHeader(String line) {
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      return false;
    }
    awaited = Integer.parseInt(header.group(1));
    return true;
  }

  /** 27.007, 7.2; the values from 6 up say for what the modem is registered. */
  static Registration registration(String digit) {
    return switch (digit) {
      case "0" -> Registration.NONE;
      case "1", "6", "9" -> Registration.HOME;
      case "2" -> Registration.SEARCHING;
      case "3" -> Registration.DENIED;
      case "5", "7" -> Registration.ROAMING;
      default -> Registration.UNKNOWN;
    };
  }

  private static Urc ussd(AtFields fields) {
    return new Urc.Ussd(fields.number(0).orElse(0), fields.text(1), fields.number(2).orElse(0));
  }
}
