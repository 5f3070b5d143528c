package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands submissions to the application and makes their answers. */
record SubmitBatch(EsmeListener listener) {
  private static final Logger LOG = System.getLogger(SubmitBatch.class.getName());

  /** So many failures in a row are the application's trouble and not a submission's. */
  private static final int GIVE_UP = 3;

  /** One answer for each, in the same order. */
  List<Pdu> answers(List<Submission> batch) {
    return taken(batch).orElseGet(() -> oneByOne(batch));
  }

  /** So that one submission nobody can take does not hold up those around it. */
  private List<Pdu> oneByOne(List<Submission> batch) {
    List<Pdu> answers = new ArrayList<>();
    int failures = batch.size() == 1 ? GIVE_UP : 0;
    for (Submission one : batch) {
      Optional<List<Pdu>> answer = failures < GIVE_UP ? taken(List.of(one)) : Optional.empty();
      failures = answer.isPresent() ? 0 : failures + 1;
      answers.add(answer.map(only -> only.get(0)).orElseGet(() -> systemError(one)));
    }
    return answers;
  }

  private static Pdu systemError(Submission submission) {
    return submission.failure(CommandStatus.SYSTEM_ERROR);
  }

  private Optional<List<Pdu>> taken(List<Submission> batch) {
    List<EsmeSubmit> submits = batch.stream().flatMap(one -> one.submits().stream()).toList();
    try {
      List<EsmeReply> replies = listener.onSubmits(submits);
      if (replies.size() == submits.size()) {
        return Optional.of(paired(batch, replies));
      }
      LOG.log(Level.ERROR, "esme: {0} submits got {1} replies", submits.size(), replies.size());
    } catch (RuntimeException | LinkageError e) {
      LOG.log(
          Level.WARNING,
          "esme: %d submits could not be taken, the ESMEs are told 0x08".formatted(submits.size()),
          e);
    }
    return Optional.empty();
  }

  private static List<Pdu> paired(List<Submission> batch, List<EsmeReply> replies) {
    List<Pdu> answers = new ArrayList<>();
    int from = 0;
    for (Submission one : batch) {
      int to = from + one.submits().size();
      answers.add(one.answer(replies.subList(from, to)));
      from = to;
    }
    return answers;
  }
}
