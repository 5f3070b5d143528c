package io.chasqui.domain.outgoing;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.message.SegmentStatus;
import java.util.List;
import java.util.Optional;

/** How far an outgoing message has come: its parts, and the status that follows from them. */
public final class OutgoingProgress {
  private final MessageId id;
  private final List<SegmentProgress> segments;
  private MessageStatus status;

  public OutgoingProgress(MessageId id, MessageStatus status, List<SegmentProgress> segments) {
    this.id = id;
    this.status = status;
    this.segments = List.copyOf(segments);
  }

  public MessageId id() {
    return id;
  }

  public MessageStatus status() {
    return status;
  }

  public List<SegmentProgress> segments() {
    return segments;
  }

  public Optional<SegmentProgress> segment(int part) {
    return segments.stream().filter(segment -> segment.part() == part).findFirst();
  }

  /** Whether no part has left yet, as far as is known here. */
  public boolean isWaiting() {
    return (status == MessageStatus.ACCEPTED || status == MessageStatus.QUEUED)
        && segments.stream().allMatch(segment -> segment.status() == SegmentStatus.QUEUED);
  }

  /** Takes all parts back; false, and nothing moved, when one may have left. */
  public boolean cancel() {
    if (!isWaiting()) {
      return false;
    }
    segments.forEach(SegmentProgress::cancelled);
    return true;
  }

  /** Draws the conclusion from the parts; true when the message's status moved. */
  public boolean settle() {
    MessageStatus derived =
        SegmentStatus.derive(segments.stream().map(SegmentProgress::status).toList());
    if (!status.mayBecome(derived)) {
      return false;
    }
    status = derived;
    return true;
  }
}
