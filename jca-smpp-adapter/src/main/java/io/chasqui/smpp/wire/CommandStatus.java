package io.chasqui.smpp.wire;

import java.util.Map;

/** command_status in words (SMPP 3.4, table 5-2). */
public final class CommandStatus {
  public static final int OK = 0x00;
  public static final int INVALID_MESSAGE_LENGTH = 0x01;
  public static final int INVALID_COMMAND_LENGTH = 0x02;
  public static final int INVALID_COMMAND = 0x03;
  public static final int INVALID_BIND_STATUS = 0x04;
  public static final int ALREADY_BOUND = 0x05;
  public static final int INVALID_PRIORITY = 0x06;
  public static final int INVALID_REGISTERED_DELIVERY = 0x07;
  public static final int SYSTEM_ERROR = 0x08;
  public static final int INVALID_SOURCE = 0x0A;
  public static final int INVALID_DESTINATION = 0x0B;
  public static final int INVALID_MESSAGE_ID = 0x0C;
  public static final int BIND_FAILED = 0x0D;
  public static final int INVALID_PASSWORD = 0x0E;
  public static final int INVALID_SYSTEM_ID = 0x0F;
  public static final int QUEUE_FULL = 0x14;
  public static final int INVALID_SERVICE_TYPE = 0x15;
  public static final int INVALID_DESTINATION_COUNT = 0x33;
  public static final int INVALID_DISTRIBUTION_LIST = 0x34;
  public static final int INVALID_DESTINATION_FLAG = 0x40;
  public static final int INVALID_ESM_CLASS = 0x43;
  public static final int SUBMIT_FAILED = 0x45;
  public static final int INVALID_SOURCE_TON = 0x48;
  public static final int INVALID_SOURCE_NPI = 0x49;
  public static final int INVALID_DESTINATION_TON = 0x50;
  public static final int INVALID_DESTINATION_NPI = 0x51;
  public static final int INVALID_SYSTEM_TYPE = 0x53;
  public static final int INVALID_REPLACE_FLAG = 0x54;
  public static final int THROTTLED = 0x58;
  public static final int INVALID_SCHEDULE = 0x61;
  public static final int INVALID_EXPIRY = 0x62;
  public static final int INVALID_DEFAULT_MESSAGE = 0x63;
  public static final int TEMPORARY_APPLICATION_ERROR = 0x64;
  public static final int INVALID_OPTIONAL_PART = 0xC0;
  public static final int OPTIONAL_NOT_ALLOWED = 0xC1;
  public static final int INVALID_OPTIONAL_LENGTH = 0xC2;
  public static final int MISSING_OPTIONAL = 0xC3;
  public static final int INVALID_OPTIONAL_VALUE = 0xC4;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(OK, "ESME_ROK"),
          Map.entry(0x01, "ESME_RINVMSGLEN"),
          Map.entry(INVALID_COMMAND_LENGTH, "ESME_RINVCMDLEN"),
          Map.entry(INVALID_COMMAND, "ESME_RINVCMDID"),
          Map.entry(INVALID_BIND_STATUS, "ESME_RINVBNDSTS"),
          Map.entry(0x05, "ESME_RALYBND"),
          Map.entry(0x06, "ESME_RINVPRTFLG"),
          Map.entry(0x07, "ESME_RINVREGDLVFLG"),
          Map.entry(SYSTEM_ERROR, "ESME_RSYSERR"),
          Map.entry(0x0A, "ESME_RINVSRCADR"),
          Map.entry(0x0B, "ESME_RINVDSTADR"),
          Map.entry(0x0C, "ESME_RINVMSGID"),
          Map.entry(BIND_FAILED, "ESME_RBINDFAIL"),
          Map.entry(INVALID_PASSWORD, "ESME_RINVPASWD"),
          Map.entry(INVALID_SYSTEM_ID, "ESME_RINVSYSID"),
          Map.entry(0x11, "ESME_RCANCELFAIL"),
          Map.entry(0x13, "ESME_RREPLACEFAIL"),
          Map.entry(QUEUE_FULL, "ESME_RMSGQFUL"),
          Map.entry(0x15, "ESME_RINVSERTYP"),
          Map.entry(INVALID_DESTINATION_COUNT, "ESME_RINVNUMDESTS"),
          Map.entry(0x34, "ESME_RINVDLNAME"),
          Map.entry(0x40, "ESME_RINVDESTFLAG"),
          Map.entry(0x42, "ESME_RINVSUBREP"),
          Map.entry(0x43, "ESME_RINVESMCLASS"),
          Map.entry(0x44, "ESME_RCNTSUBDL"),
          Map.entry(SUBMIT_FAILED, "ESME_RSUBMITFAIL"),
          Map.entry(0x48, "ESME_RINVSRCTON"),
          Map.entry(0x49, "ESME_RINVSRCNPI"),
          Map.entry(0x50, "ESME_RINVDSTTON"),
          Map.entry(0x51, "ESME_RINVDSTNPI"),
          Map.entry(0x53, "ESME_RINVSYSTYP"),
          Map.entry(0x54, "ESME_RINVREPFLAG"),
          Map.entry(0x55, "ESME_RINVNUMMSGS"),
          Map.entry(THROTTLED, "ESME_RTHROTTLED"),
          Map.entry(0x61, "ESME_RINVSCHED"),
          Map.entry(0x62, "ESME_RINVEXPIRY"),
          Map.entry(0x63, "ESME_RINVDFTMSGID"),
          Map.entry(TEMPORARY_APPLICATION_ERROR, "ESME_RX_T_APPN"),
          Map.entry(0x65, "ESME_RX_P_APPN"),
          Map.entry(0x66, "ESME_RX_R_APPN"),
          Map.entry(0x67, "ESME_RQUERYFAIL"),
          Map.entry(0xC0, "ESME_RINVOPTPARSTREAM"),
          Map.entry(0xC1, "ESME_ROPTPARNOTALLWD"),
          Map.entry(0xC2, "ESME_RINVPARLEN"),
          Map.entry(0xC3, "ESME_RMISSINGOPTPARAM"),
          Map.entry(0xC4, "ESME_RINVOPTPARAMVAL"),
          Map.entry(0xFE, "ESME_RDELIVERYFAILURE"),
          Map.entry(0xFF, "ESME_RUNKNOWNERR"));

  private CommandStatus() {}

  /** For people, e.g. {@code ESME_RINVDSTADR (0x0b)}; a status of the carrier's own is its hex. */
  public static String describe(int status) {
    String name = NAMES.get(status);
    return name == null ? "0x%08x".formatted(status) : "%s (0x%02x)".formatted(name, status);
  }
}
