package io.chasqui.app.outbox;

/** What a row of the outbox is. */
enum DeliveryKind {
  RECEIPT(1),
  MESSAGE(2);

  private final int code;

  DeliveryKind(int code) {
    this.code = code;
  }

  static DeliveryKind of(PendingDelivery delivery) {
    return delivery.receipt().isPresent() ? RECEIPT : MESSAGE;
  }

  /** Its number in the database; never changes. */
  int code() {
    return code;
  }
}
