package io.chasqui.smpp.mapping;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.link.SmppTime;
import io.chasqui.smpp.wire.CommandStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What a submit says besides its addresses. */
record SubmitTerms(
    int protocolId,
    int priority,
    Optional<Instant> notBefore,
    Optional<Instant> validUntil,
    RegisteredDelivery registeredDelivery,
    boolean replaceIfPresent,
    DataCodingScheme coding,
    UserData content) {
  private static final int MODE = 0x03;
  private static final int TRANSACTION_MODE = 0x02;
  private static final int TYPE = 0x3C;
  private static final int HIGHEST_PRIORITY = 3;

  /** With its NUL. */
  private static final int TIME_MOST = 17;

  /** The upper three bits are reserved (SMPP 3.4, 5.2.17). */
  private static final int REGISTERED_DELIVERY_MOST = 0x1F;

  /** From esm_class on, as in submit_sm and submit_multi (SMPP 3.4, 4.4.1). */
  static SubmitTerms read(Fields fields, Instant now) throws BadRequestException {
    int esmClass = esmClass(fields);
    int protocolId = fields.octet();
    int priority = fields.octet(HIGHEST_PRIORITY, CommandStatus.INVALID_PRIORITY, "priority_flag");
    Optional<Instant> notBefore = schedule(fields, now);
    Optional<Instant> validUntil = expiry(fields, now, notBefore.orElse(now));
    RegisteredDelivery receipts = registeredDelivery(fields);
    boolean replace =
        fields.octet(1, CommandStatus.INVALID_REPLACE_FLAG, "replace_if_present_flag") == 1;
    DataCodingScheme coding = DataCodingScheme.of(fields.octet());
    requireNoDefaultMessage(fields);
    byte[] text = fields.shortMessage();
    UserData content = ShortMessage.of(esmClass, text, fields.tlvs());
    return new SubmitTerms(
        protocolId, priority, notBefore, validUntil, receipts, replace, coding, content);
  }

  /** From esm_class on, as in data_sm (SMPP 3.4, 4.7.1). */
  static SubmitTerms readData(Fields fields, Instant now) throws BadRequestException {
    int esmClass = esmClass(fields);
    RegisteredDelivery receipts = registeredDelivery(fields);
    DataCodingScheme coding = DataCodingScheme.of(fields.octet());
    Tlvs tlvs = fields.tlvs();
    if (!tlvs.has(Tlvs.MESSAGE_PAYLOAD)) {
      throw new BadRequestException(CommandStatus.MISSING_OPTIONAL, "data_sm says nothing");
    }
    UserData content = ShortMessage.of(esmClass, new byte[0], tlvs);
    return new SubmitTerms(
        0, 0, Optional.empty(), timeToLive(tlvs, now), receipts, false, coding, content);
  }

  /**
   * Messages only, stored and forwarded (SMPP 3.4, 5.2.12): an acknowledgement of a handset's user
   * has no way on from here, and the transaction mode's answer would have to wait for the handset.
   */
  private static int esmClass(Fields fields) throws BadRequestException {
    int esmClass = fields.octet();
    if ((esmClass & MODE) == TRANSACTION_MODE || (esmClass & TYPE) != 0) {
      throw new BadRequestException(
          CommandStatus.INVALID_ESM_CLASS, "esm_class 0x%02x".formatted(esmClass));
    }
    return esmClass;
  }

  static RegisteredDelivery registeredDelivery(Fields fields) throws BadRequestException {
    return new RegisteredDelivery(
        fields.octet(
            REGISTERED_DELIVERY_MOST,
            CommandStatus.INVALID_REGISTERED_DELIVERY,
            "registered_delivery"));
  }

  /** One that has passed means at once. */
  static Optional<Instant> schedule(Fields fields, Instant now) throws BadRequestException {
    return time(fields, now, CommandStatus.INVALID_SCHEDULE, "schedule_delivery_time");
  }

  /**
   * @param after what the expiry must come after
   */
  static Optional<Instant> expiry(Fields fields, Instant now, Instant after)
      throws BadRequestException {
    Optional<Instant> expiry = time(fields, now, CommandStatus.INVALID_EXPIRY, "validity_period");
    if (expiry.isPresent() && !(expiry.get().isAfter(now) && expiry.get().isAfter(after))) {
      throw new BadRequestException(
          CommandStatus.INVALID_EXPIRY, "validity_period ends before the message may leave");
    }
    return expiry;
  }

  private static Optional<Instant> time(Fields fields, Instant now, int status, String name)
      throws BadRequestException {
    String text = fields.text(TIME_MOST, status, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SmppTime.parse(text, now));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(status, name + ": " + e.getMessage());
    }
  }

  /** There are no canned messages (SMPP 3.4, 5.2.20). */
  static void requireNoDefaultMessage(Fields fields) throws BadRequestException {
    fields.octet(0, CommandStatus.INVALID_DEFAULT_MESSAGE, "sm_default_msg_id");
  }

  /** qos_time_to_live in seconds (SMPP 3.4, 5.3.2.10); 0 = the gateway's default. */
  private static Optional<Instant> timeToLive(Tlvs tlvs, Instant now) throws BadRequestException {
    Optional<byte[]> octets = tlvs.octets(Tlvs.QOS_TIME_TO_LIVE);
    if (octets.isPresent() && octets.get().length != Integer.BYTES) {
      throw new BadRequestException(
          CommandStatus.INVALID_OPTIONAL_LENGTH, "qos_time_to_live has four octets");
    }
    OptionalInt seconds = tlvs.number(Tlvs.QOS_TIME_TO_LIVE);
    return seconds.isPresent() && seconds.getAsInt() != 0
        ? Optional.of(now.plusSeconds(Integer.toUnsignedLong(seconds.getAsInt())))
        : Optional.empty();
  }
}
