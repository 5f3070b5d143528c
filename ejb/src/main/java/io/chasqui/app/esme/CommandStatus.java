package io.chasqui.app.esme;

/** What ESMEs are told (SMPP 3.4, 5.1.3). */
final class CommandStatus {
  /** ESME_RINVMSGLEN. */
  static final int MESSAGE_LENGTH = 0x01;

  /** ESME_RSYSERR: nothing was done, it may be asked again. */
  static final int SYSTEM_ERROR = 0x08;

  /** ESME_RINVSRCADR. */
  static final int SOURCE = 0x0A;

  /** ESME_RINVDSTADR. */
  static final int DESTINATION = 0x0B;

  /** ESME_RINVMSGID. */
  static final int MESSAGE_ID = 0x0C;

  /** ESME_RBINDFAIL. */
  static final int BIND_FAILED = 0x0D;

  /** ESME_RINVPASWD. */
  static final int WRONG_PASSWORD = 0x0E;

  /** ESME_RINVSYSID. */
  static final int UNKNOWN_SYSTEM_ID = 0x0F;

  /** ESME_RCANCELFAIL. */
  static final int CANCEL_FAILED = 0x11;

  /** ESME_RREPLACEFAIL. */
  static final int REPLACE_FAILED = 0x13;

  /** ESME_RMSGQFUL. */
  static final int QUEUE_FULL = 0x14;

  /** ESME_RSUBMITFAIL. */
  static final int SUBMIT_FAILED = 0x45;

  /** ESME_RTHROTTLED. */
  static final int THROTTLED = 0x58;

  /** ESME_RINVSCHED. */
  static final int SCHEDULE = 0x61;

  /** ESME_RINVEXPIRY. */
  static final int EXPIRY = 0x62;

  /** ESME_RQUERYFAIL. */
  static final int QUERY_FAILED = 0x67;

  private CommandStatus() {}
}
