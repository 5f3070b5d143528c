package io.chasqui.domain.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells which service a text comes from: the first pattern that occurs in it.
 *
 * @param patterns kept by priority, then name
 */
public record Classifier(List<ServicePattern> patterns) {
  private static final Comparator<ServicePattern> ORDER =
      Comparator.comparingInt(ServicePattern::priority).thenComparing(ServicePattern::name);

  public Classifier {
    patterns = patterns.stream().sorted(ORDER).toList();
  }

  public Optional<ServicePattern> classify(String text) {
    return patterns.stream().filter(pattern -> pattern.occursIn(text)).findFirst();
  }
}
