package io.chasqui.domain.outgoing;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.SegmentStatus;
import io.chasqui.domain.receipt.ReceiptState;
import java.util.Optional;

/**
 * How far one part has come. Each verb tells what was learnt and answers whether it was news: late
 * and repeated tidings leave the part as it is.
 */
public final class SegmentProgress {
  private final int part;
  private SegmentStatus status;
  private Optional<ConnectorId> connector;
  private Optional<String> carrierMessageId;

  public SegmentProgress(
      int part,
      SegmentStatus status,
      Optional<ConnectorId> connector,
      Optional<String> carrierMessageId) {
    this.part = part;
    this.status = status;
    this.connector = connector;
    this.carrierMessageId = carrierMessageId;
  }

  /** An id that is known already tells nothing new: what came after the answer stands. */
  public boolean accepted(ConnectorId by, String id) {
    if (carrierMessageId.filter(id::equals).isPresent()) {
      return false;
    }
    boolean named = carrierMessageId.isEmpty();
    if (named) {
      connector = Optional.of(by);
      carrierMessageId = Optional.of(id);
    }
    return move(SegmentStatus.SUBMITTED) || named;
  }

  public boolean rejected() {
    return move(SegmentStatus.REJECTED);
  }

  /** Refused too often to be tried again. */
  public boolean failed() {
    return move(SegmentStatus.FAILED);
  }

  public boolean expired() {
    return move(SegmentStatus.EXPIRED);
  }

  /** Taken back before it left. */
  boolean cancelled() {
    return move(SegmentStatus.CANCELLED);
  }

  /** No answer came. Only a part that waits for one can lose it. */
  public boolean outcomeUnknown(ConnectorId on) {
    if (status != SegmentStatus.QUEUED) {
      return false;
    }
    connector = Optional.of(on);
    return move(SegmentStatus.UNKNOWN);
  }

  /**
   * @param id the carrier's, kept when the submit's answer never came
   */
  public boolean receipt(ConnectorId from, ReceiptState state, String id) {
    if (carrierMessageId.isEmpty()) {
      connector = Optional.of(from);
      carrierMessageId = Optional.of(id);
    }
    return move(state.segmentStatus());
  }

  public int part() {
    return part;
  }

  public SegmentStatus status() {
    return status;
  }

  public Optional<ConnectorId> connector() {
    return connector;
  }

  public Optional<String> carrierMessageId() {
    return carrierMessageId;
  }

  private boolean move(SegmentStatus next) {
    if (!status.mayBecome(next)) {
      return false;
    }
    status = next;
    return true;
  }
}
