package io.chasqui.domain.receipt;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * How a carrier's receipts spell the ids its submit answers gave; from the plainest, each of the
 * first four forgiving what those before it do.
 */
public enum IdDialect {
  SAME("as the submit answer does") {
    @Override
    boolean explains(String answered, String received) {
      return answered.equals(received);
    }
  },
  CASE("in other case than the submit answer") {
    @Override
    boolean explains(String answered, String received) {
      return answered.equalsIgnoreCase(received);
    }
  },
  ZERO_PADDED("with other leading zeros than the submit answer") {
    @Override
    boolean explains(String answered, String received) {
      return CarrierId.withoutZeros(answered.toLowerCase(Locale.ROOT))
          .equals(CarrierId.withoutZeros(received.toLowerCase(Locale.ROOT)));
    }
  },
  /** Also of {@code 0x} before the digits. */
  UUID("with other dashes or prefix than the submit answer") {
    @Override
    boolean explains(String answered, String received) {
      return CarrierId.of(answered).bare().equals(CarrierId.of(received).bare());
    }
  },
  HEX_TO_DEC("in decimal, the submit answer in hexadecimal") {
    @Override
    boolean explains(String answered, String received) {
      return isSame(CarrierId.of(answered).hexadecimal(), CarrierId.of(received).decimal());
    }

    @Override
    Optional<String> answered(String received) {
      return CarrierId.of(received).decimal().map(number -> number.toString(16));
    }
  },
  DEC_TO_HEX("in hexadecimal, the submit answer in decimal") {
    @Override
    boolean explains(String answered, String received) {
      return isSame(CarrierId.of(answered).decimal(), CarrierId.of(received).hexadecimal());
    }

    @Override
    Optional<String> answered(String received) {
      return CarrierId.of(received).hexadecimal().map(BigInteger::toString);
    }
  };

  private final String description;

  IdDialect(String description) {
    this.description = description;
  }

  /** How receipts write ids; ends the sentence "receipts write the id ...". */
  public String description() {
    return description;
  }

  /** Whether a receipt of this dialect that names {@code received} may mean {@code answered}. */
  abstract boolean explains(String answered, String received);

  /** The primary key of the submit answer's id; empty when no receipt of this dialect says so. */
  Optional<String> answered(String received) {
    return Optional.of(CarrierId.of(received).bare());
  }

  private static boolean isSame(Optional<BigInteger> one, Optional<BigInteger> other) {
    return one.isPresent() && one.equals(other);
  }
}
