package io.chasqui.domain.message;

import java.util.Arrays;
import java.util.Optional;

/** Which way a message goes, seen from the gateway's clients. */
public enum Direction {
  /** To a phone. */
  OUT(1, "outbound"),
  /** From a phone. */
  IN(2, "inbound");

  private final int code;
  private final String apiName;

  Direction(int code, String apiName) {
    this.code = code;
    this.apiName = apiName;
  }

  /** Its number in the database; never changes. */
  public int code() {
    return code;
  }

  /** As the API writes it: {@code outbound} or {@code inbound}. */
  public String apiName() {
    return apiName;
  }

  /**
   * @throws IllegalArgumentException for a number that is none of ours
   */
  public static Direction ofCode(int code) {
    return Arrays.stream(values())
        .filter(direction -> direction.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("direction code " + code));
  }

  public static Optional<Direction> ofApiName(String name) {
    return Arrays.stream(values()).filter(d -> d.apiName.equals(name)).findFirst();
  }
}
