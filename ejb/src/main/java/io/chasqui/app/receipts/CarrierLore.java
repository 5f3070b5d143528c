package io.chasqui.app.receipts;

import io.chasqui.domain.receipt.DialectLearner;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one carrier's receipts have told; not for several threads. */
final class CarrierLore {
  /** What a carrier says beyond these is counted together. */
  private static final int MOST_WORDS = 500;

  private static final Said ANYTHING_ELSE = new Said("", "");

  private record Said(String word, String error) {}

  private final Map<Said, WordCount> words = new LinkedHashMap<>();
  private DialectLearner learner;

  CarrierLore(DialectLearner learner, Collection<WordCount> words) {
    this.learner = learner;
    words.forEach(each -> this.words.put(new Said(each.word(), each.error()), each));
  }

  DialectLearner learner() {
    return learner;
  }

  List<WordCount> words() {
    return List.copyOf(words.values());
  }

  void learn(Sighting sighting, Instant at) {
    if (sighting instanceof Sighting.Word said) {
      count(new Said(said.word(), said.error()), at);
    } else if (sighting instanceof Sighting.Match match) {
      learner = learner.matched(match.answered(), match.received());
    } else if (sighting instanceof Sighting.Doubt) {
      learner = learner.confused();
    }
  }

  private void count(Said said, Instant at) {
    Said key = words.containsKey(said) || words.size() < MOST_WORDS ? said : ANYTHING_ELSE;
    words.merge(
        key,
        new WordCount(key.word(), key.error(), 1, at),
        (before, one) -> new WordCount(key.word(), key.error(), before.receipts() + 1, at));
  }
}
