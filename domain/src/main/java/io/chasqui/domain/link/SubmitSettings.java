package io.chasqui.domain.link;

import io.chasqui.domain.encoding.Writing;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a carrier wants its submits.
 *
 * @param longestValidity asked of the network at most; a message's own validity when shorter
 * @param tlvs added to every submit
 * @param writing alphabets, and how long messages are cut
 */
public record SubmitSettings(
    SubmitAddresses addresses,
    SubmitFields fields,
    ReceiptRequests receipts,
    Optional<Duration> longestValidity,
    List<SmppTlv> tlvs,
    Writing writing) {
  public static final SubmitSettings STANDARD =
      new SubmitSettings(
          SubmitAddresses.AS_THEY_ARE,
          SubmitFields.STANDARD,
          ReceiptRequests.AS_ASKED,
          Optional.empty(),
          List.of(),
          Writing.STANDARD);

  public SubmitSettings {
    Objects.requireNonNull(addresses);
    Objects.requireNonNull(fields);
    Objects.requireNonNull(receipts);
    Objects.requireNonNull(longestValidity);
    Objects.requireNonNull(writing);
    tlvs = List.copyOf(tlvs);
  }

  public SubmitSettings with(SubmitAddresses wanted) {
    return new SubmitSettings(wanted, fields, receipts, longestValidity, tlvs, writing);
  }

  public SubmitSettings with(SubmitFields wanted) {
    return new SubmitSettings(addresses, wanted, receipts, longestValidity, tlvs, writing);
  }

  public SubmitSettings with(ReceiptRequests wanted) {
    return new SubmitSettings(addresses, fields, wanted, longestValidity, tlvs, writing);
  }

  public SubmitSettings withLongestValidity(Duration time) {
    return new SubmitSettings(addresses, fields, receipts, Optional.of(time), tlvs, writing);
  }

  public SubmitSettings withTlvs(List<SmppTlv> added) {
    return new SubmitSettings(addresses, fields, receipts, longestValidity, added, writing);
  }

  public SubmitSettings with(Writing wanted) {
    return new SubmitSettings(addresses, fields, receipts, longestValidity, tlvs, wanted);
  }

  /** The validity to ask for. */
  public Duration validity(Duration wanted) {
    return longestValidity.filter(most -> most.compareTo(wanted) < 0).orElse(wanted);
  }
}
