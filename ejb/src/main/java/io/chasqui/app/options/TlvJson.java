package io.chasqui.app.options;

import io.chasqui.domain.link.SmppTlv;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;

/** One of {@code submit.tlvs}. */
final class TlvJson {
  private static final int LARGEST_TAG = 0xFFFF;

  /** 254 octets in hex. */
  private static final int LONGEST_VALUE = 508;

  private TlvJson() {}

  static Optional<SmppTlv> read(Members tlv) {
    Optional<Integer> tag = Required.read(tlv, "tag", Codes.LONGEST, TlvJson::tag);
    Optional<SmppTlv.Type> type =
        Required.read(tlv, "type", Words.LONGEST, text -> Words.read(SmppTlv.Type.class, text));
    Optional<String> value = Required.read(tlv, "value", LONGEST_VALUE, text -> text);
    return tag.isEmpty() || type.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : tlv.build("value", () -> new SmppTlv(tag.get(), type.get(), value.get()));
  }

  private static int tag(String text) {
    return Codes.read(text, LARGEST_TAG);
  }

  static JsonObject write(SmppTlv tlv) {
    return Json.createObjectBuilder()
        .add("tag", Codes.text(tlv.tag()))
        .add("type", Words.of(tlv.type()))
        .add("value", tlv.value())
        .build();
  }
}
