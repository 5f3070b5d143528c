package io.chasqui.modem.hilink;

import io.chasqui.modem.device.SendFault;

/** What the codes of sticks mean. */
final class HilinkError {
  static final int LOGIN_REQUIRED = 100003;
  static final int USSD_NOT_YET = 111019;

  private HilinkError() {}

  /** Refused before anything was done: a fresh session may repeat it without harm. */
  static boolean isStaleSession(int code) {
    return code >= 125001 && code <= 125003;
  }

  static boolean isLoginRefused(int code) {
    return code >= 108001 && code <= 108007 && code != 108003;
  }

  /** Sticks differ in which code says that they are busy with another message or a call. */
  static SendFault fault(int code) {
    return switch (code) {
      case 100004, 113004, 113018, 120001 -> SendFault.BUSY;
      case 100005, 117 -> SendFault.MESSAGE;
      default -> SendFault.MODEM;
    };
  }

  static String words(int code) {
    if (code >= 114000 && code < 115000) {
      return "its storage";
    }
    return switch (code) {
      case 100001 -> "unknown";
      case 100002 -> "not supported";
      case LOGIN_REQUIRED -> "login required";
      case 100004 -> "busy";
      case 100005 -> "number or text refused";
      case 108001, 108002, 108006 -> "wrong user or password";
      case 108003 -> "somebody else is logged in";
      case 108007 -> "too many logins failed";
      case 113004, 113018 -> "busy with another message";
      case 113053 -> "its storage is full";
      case 120001 -> "busy with a call";
      case 125001, 125002, 125003 -> "session or token lost";
      default -> "no description";
    };
  }
}
