package io.chasqui.domain.encoding;

import java.util.Objects;

/**
 * How a carrier wants messages written: in which alphabets, and how long ones are cut. A message
 * keeps the one it was routed with, so that every attempt cuts it alike.
 */
public record Writing(EncodingPolicy policy, Splitting splitting) {
  /** GSM 7-bit or UCS-2 as the text needs it, cut with 8-bit references. */
  public static final Writing STANDARD = new Writing(EncodingPolicy.STANDARD, Splitting.UDH);

  public Writing {
    Objects.requireNonNull(policy);
    Objects.requireNonNull(splitting);
  }

  public Writing with(EncodingPolicy wanted) {
    return new Writing(wanted, splitting);
  }

  public Writing with(Splitting wanted) {
    return new Writing(policy, wanted);
  }
}
