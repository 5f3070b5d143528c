package io.chasqui.domain.encoding;

/** What a part that came in does to the parts of its reference that are kept already. */
public sealed interface Joining {

  /** Others are missing still: keep it. */
  record Waiting(PartSet parts) implements Joining {}

  /**
   * The last one missing: give the message out once, and remember the parts for the time of
   * patience, so that one the network repeats is known for what it is.
   */
  record Complete(PartSet parts) implements Joining {}

  /** It is here already: acknowledge it and keep nothing. */
  record Repeated() implements Joining {}

  /**
   * It belongs to a newer message under the same reference.
   *
   * @param older give out what there is of it, unless {@link PartSet#isComplete()}: then it has
   *     been, and is to be forgotten
   * @param newer {@link Waiting} or {@link Complete}
   */
  record Conflict(PartSet older, Reason reason, Joining newer) implements Joining {}

  /** Why a part cannot belong to the parts that are kept. */
  enum Reason {
    /** It counts another number of parts. */
    OTHER_TOTAL,
    /** Its place is taken by something else. */
    OTHER_CONTENT,
    /** The newest of the others came longer ago than the parts of one message do. */
    TOO_LATE
  }
}
