package io.chasqui.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsmpp.bean.OptionalParameter;

/**
 * A receipt to be sent: the submit's addresses swapped, esm_class 0x04, the usual text (SMPP 3.4
 * appendix B) and the TLVs receipted_message_id and message_state.
 *
 * @param done when the message came to its end
 * @param attempt from 1
 * @param failures attempts so far that were answered with an error or not at all
 */
record Receipt(
    ReceivedSubmit submit,
    String id,
    ReceiptOutcome outcome,
    Instant done,
    int attempt,
    int failures) {

  private static final int DELIVERY_RECEIPT = 0x04;
  private static final byte GSM_NETWORK = 3;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Receipt first(ReceivedSubmit submit, String id, ReceiptOutcome outcome) {
    return new Receipt(submit, id, outcome, Instant.now(), 1, 0);
  }

  Receipt afterLinkLoss() {
    return new Receipt(submit, id, outcome, done, attempt + 1, failures);
  }

  Receipt afterFailure() {
    return new Receipt(submit, id, outcome, done, attempt + 1, failures + 1);
  }

  SentReceipt answered(int answer) {
    return new SentReceipt(Instant.now(), submit.systemId(), id, outcome.state(), attempt, answer);
  }

  Delivery delivery(ReceiptPolicy policy) {
    ReceiptForm form = policy.form();
    return new Delivery(
        submit.destination(),
        submit.source(),
        DELIVERY_RECEIPT,
        0,
        form.hasText()
            ? text(policy.deliveredWord()).getBytes(StandardCharsets.US_ASCII)
            : new byte[0],
        form.hasTlvs() ? tlvs() : List.of());
  }

  private String text(String deliveredWord) {
    return String.format(
        Locale.ROOT,
        "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:%s",
        id,
        outcome.delivered() ? "001" : "000",
        DATE.format(submit.at()),
        DATE.format(done),
        outcome.delivered() ? deliveredWord : outcome.state(),
        outcome.error(),
        start());
  }

  private String start() {
    String text = submit.text().replaceAll("[^\\x20-\\x7e]", "?");
    return text.substring(0, Math.min(20, text.length()));
  }

  private List<OptionalParameter> tlvs() {
    List<OptionalParameter> tlvs = new ArrayList<>();
    tlvs.add(new OptionalParameter.Receipted_message_id(id));
    tlvs.add(new OptionalParameter.Message_state((byte) outcome.state().value()));
    if (!outcome.delivered() && outcome.error().matches("\\d{3}")) {
      int error = Integer.parseInt(outcome.error());
      byte[] code = {GSM_NETWORK, (byte) (error >> 8), (byte) error};
      tlvs.add(new OptionalParameter.Network_error_code(code));
    }
    return tlvs;
  }
}
