package io.chasqui.app.options;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Sender;
import io.chasqui.domain.link.ReceiptRequests;
import io.chasqui.domain.link.SubmitAddresses;
import io.chasqui.domain.link.SubmitFields;
import io.chasqui.domain.link.SubmitSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code submit}: how a carrier wants its submits. */
final class SubmitJson {
  private static final int LONGEST_SOURCE = 21;

  /** 31 days. */
  private static final int LONGEST_VALIDITY = 44_640;

  private static final int MOST_TLVS = 50;

  private SubmitJson() {}

  static SubmitSettings read(Members submit) {
    return new SubmitSettings(
        addresses(submit),
        fields(submit),
        Words.read(submit, "registered_delivery", ReceiptRequests.class, ReceiptRequests.AS_ASKED),
        validity(submit),
        submit
            .objects("tlvs", MOST_TLVS)
            .map(tlvs -> tlvs.stream().map(TlvJson::read).flatMap(Optional::stream).toList())
            .orElse(List.of()),
        WritingJson.read(submit));
  }

  private static SubmitAddresses addresses(Members submit) {
    return new SubmitAddresses(
        submit.read("source", LONGEST_SOURCE, Sender::of),
        NumberingJson.read(submit, "source"),
        NumberingJson.read(submit, "destination"));
  }

  private static SubmitFields fields(Members submit) {
    SubmitFields standard = SubmitFields.STANDARD;
    return new SubmitFields(
        submit.optionalText("service_type", 5).orElse(standard.serviceType()),
        submit.number("protocol_id", standard.protocolId(), 0, 255),
        submit.number("priority", standard.priority(), 0, 3),
        submit.number("replace_if_present", standard.replaceIfPresent(), 0, 1),
        submit.number("default_message_id", standard.defaultMessageId(), 0, 254),
        submit.number("data_coding", standard.gsmCoding(), 0, 255));
  }

  private static Optional<Duration> validity(Members submit) {
    int minutes = submit.number("validity_minutes", 0, 1, LONGEST_VALIDITY);
    return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
  }

  static JsonObject write(SubmitSettings submit) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    write(json, submit.addresses());
    write(json, submit.fields());
    json.add("registered_delivery", Words.of(submit.receipts()));
    submit.longestValidity().ifPresent(time -> json.add("validity_minutes", time.toMinutes()));
    WritingJson.write(json, submit.writing());
    return json.add("tlvs", Lists.json(submit.tlvs(), TlvJson::write)).build();
  }

  private static void write(JsonObjectBuilder json, SubmitAddresses addresses) {
    addresses.source().ifPresent(address -> json.add("source", text(address)));
    addresses
        .sourceNumbering()
        .ifPresent(numbering -> NumberingJson.write(json, "source", numbering));
    addresses
        .destinationNumbering()
        .ifPresent(numbering -> NumberingJson.write(json, "destination", numbering));
  }

  /** Exactly what it is read from, unlike {@link Address#display()}. */
  private static String text(Address source) {
    return source.ton() == Address.INTERNATIONAL ? "+" + source.value() : source.value();
  }

  private static void write(JsonObjectBuilder json, SubmitFields fields) {
    json.add("service_type", fields.serviceType())
        .add("protocol_id", fields.protocolId())
        .add("priority", fields.priority())
        .add("replace_if_present", fields.replaceIfPresent())
        .add("default_message_id", fields.defaultMessageId())
        .add("data_coding", fields.gsmCoding());
  }
}
