package io.chasqui.web.api.clients;

import io.chasqui.app.esme.SmppAccountOrder;
import io.chasqui.app.outbox.Backlog;
import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.esme.AccountTerms;
import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import io.chasqui.domain.esme.EsmePassword;
import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.LongMo;
import io.chasqui.domain.esme.SenderPattern;
import io.chasqui.domain.esme.SmppAccount;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Fields;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** An SMPP account in JSON. */
final class SmppAccountForm {
  private static final int LONGEST_PASSWORD = 100;
  private static final int MOST_NETWORKS = 40;
  private static final int MOST_SENDERS = 80;
  private static final String NOT_IN_A_PATH = ".*[/\\\\?#%;].*";

  private SmppAccountForm() {}

  static SmppAccountOrder read(Fields fields) {
    SystemId id = fields.readRequired("system_id", 64, SmppAccountForm::systemId);
    if (!fields.has("password")) {
      fields.wrong("password", "is missing");
    }
    return order(id, fields);
  }

  /** A change: the path names it, the body may repeat the name. */
  static SmppAccountOrder read(SystemId id, Fields fields) {
    fields
        .optionalText("system_id", 64)
        .filter(text -> !text.equals(id.value()))
        .ifPresent(text -> fields.wrong("system_id", "cannot be changed"));
    return order(id, fields);
  }

  static JsonObject write(SmppAccount account, int binds, Backlog backlog, Instant now) {
    AccountTerms terms = account.terms();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("system_id", account.systemId().value())
            .add("client_id", account.clientId())
            .add("allowed_ips", texts(terms.allowedIps()))
            .add("max_binds", terms.maxBinds())
            .add("window", terms.window())
            .add("submits_per_second", terms.submitsPerSecond());
    if (terms.mo().isPresent()) {
      json.add("mo", terms.mo().getAsInt());
    } else {
      json.addNull("mo");
    }
    return json.add("receipt_pdu", word(terms.receiptPdu()))
        .add("gsm_coding", terms.gsmCoding().word())
        .add("long_mo", terms.longMo().word())
        .add("senders", texts(terms.senders()))
        .add("enabled", terms.enabled())
        .add("binds", binds)
        .add("outbox", write(backlog, now))
        .add("created_at", account.createdAt().toString())
        .build();
  }

  static JsonObject write(EsmeSession session) {
    return Json.createObjectBuilder()
        .add("id", session.id())
        .add("bind", word(session.type()))
        .add("interface_version", "0x%02x".formatted(session.interfaceVersion()))
        .add("peer", session.peer().getHostAddress())
        .add("tls", session.tls())
        .add("bound_at", session.boundAt().toString())
        .add("submitted", session.submitted())
        .add("delivered", session.delivered())
        .add("throttled", session.throttled())
        .build();
  }

  private static JsonObject write(Backlog backlog, Instant now) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("waiting", backlog.waiting()).add("dead", backlog.dead());
    JsonOutput.put(json, "oldest_at", backlog.oldest().map(Instant::toString));
    backlog
        .oldest()
        .ifPresentOrElse(
            at -> json.add("oldest_age_seconds", now.getEpochSecond() - at.getEpochSecond()),
            () -> json.addNull("oldest_age_seconds"));
    return json.build();
  }

  private static SmppAccountOrder order(SystemId id, Fields fields) {
    Optional<EsmePassword> password = fields.read("password", LONGEST_PASSWORD, EsmePassword::of);
    List<IpNetwork> ips = list(fields, "allowed_ips", MOST_NETWORKS, IpNetwork::of);
    int maxBinds = fields.number("max_binds", 4, 1, 200);
    int window = fields.number("window", 100, 1, 1000);
    int rate = fields.number("submits_per_second", 0, 0, 100_000);
    OptionalInt mo =
        fields.isNull("mo") ? OptionalInt.empty() : OptionalInt.of(fields.number("mo", 0, 0, 99));
    ReceiptPdu receipts =
        fields.read("receipt_pdu", 20, SmppAccountForm::pdu).orElse(ReceiptPdu.DELIVER_SM);
    GsmCoding coding = fields.read("gsm_coding", 20, GsmCoding::of).orElse(GsmCoding.GSM7);
    LongMo longMo = fields.read("long_mo", 20, LongMo::of).orElse(LongMo.UDH);
    List<SenderPattern> senders = list(fields, "senders", MOST_SENDERS, SenderPattern::of);
    boolean enabled = fields.flag("enabled", true);
    fields.check();
    return new SmppAccountOrder(
        id,
        password,
        new AccountTerms(
            ips.isEmpty() ? AccountTerms.ANYWHERE : ips,
            maxBinds,
            window,
            rate,
            mo,
            receipts,
            coding,
            longMo,
            senders,
            enabled));
  }

  /** Each item that is wrong is told; an empty list when the field is missing. */
  private static <T> List<T> list(
      Fields fields, String name, int most, Function<String, T> reading) {
    return fields.has(name)
        ? fields.texts(name, most).stream()
            .flatMap(text -> fields.convert(name, text, reading).stream())
            .toList()
        : List.of();
  }

  private static SystemId systemId(String text) {
    if (text.matches(NOT_IN_A_PATH)) {
      throw new IllegalArgumentException("must not hold / \\ ? # % or ;, for it is part of a URL");
    }
    return SystemId.of(text);
  }

  private static ReceiptPdu pdu(String text) {
    return switch (text) {
      case "deliver_sm" -> ReceiptPdu.DELIVER_SM;
      case "data_sm" -> ReceiptPdu.DATA_SM;
      default -> throw new IllegalArgumentException("must be one of deliver_sm, data_sm");
    };
  }

  private static JsonArrayBuilder texts(List<?> items) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    items.forEach(item -> array.add(item.toString()));
    return array;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
