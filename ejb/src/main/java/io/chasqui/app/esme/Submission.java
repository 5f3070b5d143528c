package io.chasqui.app.esme;

import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.domain.address.Destination;
import io.chasqui.domain.address.SmppDestination;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What an ESME's submit comes to: a message, or why it is none. */
sealed interface Submission {
  /** As the API's. */
  Duration VALIDITY = Duration.ofDays(1);

  Duration FARTHEST_SCHEDULE = Duration.ofDays(30);
  Duration LONGEST_VALIDITY = Duration.ofDays(7);

  /** To be accepted. */
  record Valid(OutgoingMessage message) implements Submission {}

  /** Refused for good. */
  record Wrong(EsmeReply.Refused reply) implements Submission {
    static Wrong of(int commandStatus, String reason) {
      return new Wrong(new EsmeReply.Refused(commandStatus, reason));
    }
  }

  static Submission of(EsmeSubmit submit, DirectorySnapshot directory) {
    Optional<SmppAccountView> account =
        directory.smppAccount(submit.account()).filter(SmppAccountView::active);
    if (account.isEmpty()) {
      return Wrong.of(CommandStatus.SUBMIT_FAILED, "the account is switched off");
    }
    if (!account.get().terms().maySendAs(submit.source())) {
      return Wrong.of(CommandStatus.SOURCE, "the account may not use this sender");
    }
    Optional<Destination> to = SmppDestination.of(submit.destination());
    if (to.isEmpty()) {
      return Wrong.of(CommandStatus.DESTINATION, "the destination is no number");
    }
    return directory.hasRoute()
        ? timed(submit, account.get(), to.get())
        : Wrong.of(CommandStatus.DESTINATION, "there is no route");
  }

  private static Submission timed(EsmeSubmit submit, SmppAccountView account, Destination to) {
    Instant notBefore = submit.notBefore().filter(submit.at()::isBefore).orElse(submit.at());
    Instant end = submit.validUntil().orElse(notBefore.plus(VALIDITY));
    if (notBefore.isAfter(submit.at().plus(FARTHEST_SCHEDULE))) {
      return Wrong.of(CommandStatus.SCHEDULE, "scheduled more than 30 days ahead");
    }
    if (!end.isAfter(notBefore)) {
      return Wrong.of(CommandStatus.EXPIRY, "its validity ends before it may leave");
    }
    return content(submit, account.terms().gsmCoding())
        .<Submission>map(
            content -> new Valid(message(submit, account, to, content, notBefore, end)))
        .orElseGet(() -> Wrong.of(CommandStatus.MESSAGE_LENGTH, "too long for its coding"));
  }

  /** Empty when it does not fit. */
  private static Optional<Content> content(EsmeSubmit submit, GsmCoding zero) {
    try {
      Content content = content(submit.coding(), submit.content(), zero);
      return Optional.of(content).filter(each -> each.segmentCount() > 0);
    } catch (TextTooLongException e) {
      return Optional.empty();
    }
  }

  /** As it came; but what data_coding 0 does not mean to carriers is said in other octets. */
  private static Content content(DataCodingScheme coding, UserData data, GsmCoding zero) {
    String text = zero.read(coding, data);
    boolean isForeign = coding.equals(DataCodingScheme.DEFAULT) && zero != GsmCoding.GSM7;
    if (isForeign && !data.udhi()) {
      return new Content.Text(text);
    }
    DataCodingScheme said = isForeign ? zero.meaning(coding) : coding;
    return new Content.Octets(said, data, text).checked();
  }

  private static OutgoingMessage message(
      EsmeSubmit submit,
      SmppAccountView account,
      Destination to,
      Content content,
      Instant notBefore,
      Instant end) {
    Instant latest = notBefore.plus(LONGEST_VALIDITY);
    return new OutgoingMessage(
        submit.id(),
        account.clientId(),
        submit.source(),
        to,
        content,
        Optional.empty(),
        submit.at(),
        notBefore,
        end.isBefore(latest) ? end : latest,
        1,
        Set.of(),
        Optional.of(
            new EsmeOrigin(
                submit.account(),
                submit.toldAs(),
                submit.registeredDelivery(),
                submit.destination(),
                new SubmitOptions(submit.serviceType(), submit.priority(), submit.protocolId()),
                0)));
  }
}
