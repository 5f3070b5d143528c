package io.chasqui.domain.link;

/**
 * Fields of every submit_sm that our messages do not set themselves (SMPP 3.4, 4.4.1).
 *
 * @param serviceType 0-5 characters (5.2.11)
 * @param protocolId 0-255 (5.2.13)
 * @param priority 0-3 (5.2.14)
 * @param replaceIfPresent 0 or 1 (5.2.18)
 * @param defaultMessageId sm_default_msg_id, 0-254 (5.2.20)
 * @param gsmCoding data_coding of text in the GSM alphabet, 0-255: 0, or the carrier's own
 */
public record SubmitFields(
    String serviceType,
    int protocolId,
    int priority,
    int replaceIfPresent,
    int defaultMessageId,
    int gsmCoding) {
  public static final SubmitFields STANDARD = new SubmitFields("", 0, 0, 0, 0, 0);
  private static final int LONGEST_SERVICE_TYPE = 5;

  public SubmitFields {
    if (serviceType.length() > LONGEST_SERVICE_TYPE) {
      throw new IllegalArgumentException(
          "service_type '%s' has more than 5 characters".formatted(serviceType));
    }
    requireWithin("protocol_id", protocolId, 255);
    requireWithin("priority_flag", priority, 3);
    requireWithin("replace_if_present_flag", replaceIfPresent, 1);
    requireWithin("sm_default_msg_id", defaultMessageId, 254);
    requireWithin("data_coding", gsmCoding, 255);
  }

  private static void requireWithin(String field, int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("%s %d is not 0-%d".formatted(field, value, most));
    }
  }
}
