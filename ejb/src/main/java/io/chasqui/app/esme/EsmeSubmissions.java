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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what ESMEs submit: a batch is durable, as far as it is valid, before it is answered. */
@ApplicationScoped
public class EsmeSubmissions {
  @Inject Directory directory;
  @Inject Intake intake;
  @Inject EsmeReplacements replacements;

  /** An answer each, in the same order. */
  public List<EsmeReply> take(List<EsmeSubmit> batch) {
    DirectorySnapshot now = directory.current();
    List<Submission> submissions = batch.stream().map(each -> Submission.of(each, now)).toList();
    Set<MessageId> replacing = replacing(batch);
    Map<MessageId, Fate> fates = intake.acceptAll(messages(batch, submissions, replacing));
    List<EsmeReply> replies = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      replies.add(
          replacing.contains(batch.get(i).id())
              ? replace(batch.get(i), submissions.get(i))
              : reply(submissions.get(i), fates));
    }
    return replies;
  }

  /** A submit_multi's destinations share one id, so none of them can take another's. */
  private static Set<MessageId> replacing(List<EsmeSubmit> batch) {
    return batch.stream()
        .filter(EsmeSubmit::replaceIfPresent)
        .filter(
            one -> batch.stream().filter(each -> each.toldAs().equals(one.toldAs())).count() == 1)
        .map(EsmeSubmit::id)
        .collect(Collectors.toSet());
  }

  private static List<OutgoingMessage> messages(
      List<EsmeSubmit> batch, List<Submission> submissions, Set<MessageId> replacing) {
    List<OutgoingMessage> messages = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      if (submissions.get(i) instanceof Submission.Valid valid
          && !replacing.contains(batch.get(i).id())) {
        messages.add(valid.message());
      }
    }
    return messages;
  }

  /** After those around it, for it may mean one of them. */
  private EsmeReply replace(EsmeSubmit submit, Submission submission) {
    if (!(submission instanceof Submission.Valid valid)) {
      return reply(submission, Map.of());
    }
    return replacements
        .inPlaceOfAnother(submit, valid.message())
        .orElseGet(() -> reply(submission, intake.acceptAll(List.of(valid.message()))));
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
