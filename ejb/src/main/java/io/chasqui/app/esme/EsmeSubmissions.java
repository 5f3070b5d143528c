package io.chasqui.app.esme;

import io.chasqui.app.intake.Fate;
import io.chasqui.app.intake.Intake;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Takes what ESMEs submit: a batch is durable, as far as it is valid, before it is answered. */
@ApplicationScoped
public class EsmeSubmissions {
  @Inject Directory directory;
  @Inject Intake intake;

  /** An answer each, in the same order. */
  public List<EsmeReply> take(List<EsmeSubmit> batch) {
    DirectorySnapshot now = directory.current();
    List<Submission> submissions = batch.stream().map(each -> Submission.of(each, now)).toList();
    Map<MessageId, Fate> fates = intake.acceptAll(messages(submissions));
    return submissions.stream().map(each -> reply(each, fates)).toList();
  }

  private static List<OutgoingMessage> messages(List<Submission> submissions) {
    return submissions.stream()
        .filter(Submission.Valid.class::isInstance)
        .map(each -> ((Submission.Valid) each).message())
        .toList();
  }

  private static EsmeReply reply(Submission submission, Map<MessageId, Fate> fates) {
    if (submission instanceof Submission.Wrong wrong) {
      return wrong.reply();
    }
    Fate fate = fates.get(((Submission.Valid) submission).message().id());
    return switch (fate) {
      case DURABLE -> new EsmeReply.Done();
      case BUSY ->
          new EsmeReply.Refused(CommandStatus.QUEUE_FULL, "the gateway cannot take it now");
      case REFUSED -> new EsmeReply.Refused(CommandStatus.SYSTEM_ERROR, "the broker is away");
      // It may be sent: the ESME decides whether it would rather have it twice or not at all.
      case UNSURE ->
          new EsmeReply.Refused(
              CommandStatus.SYSTEM_ERROR, "the broker did not say; it may be sent");
    };
  }
}
