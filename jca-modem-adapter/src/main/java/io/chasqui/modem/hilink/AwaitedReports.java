package io.chasqui.modem.hilink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that a delivery report may come for. Sticks say only for which number a report is, so
 * those of a number are taken in their order. Lost with the gateway.
 */
final class AwaitedReports {
  private static final int MOST_OF_A_NUMBER = 100;
  private static final int MOST = 10_000;

  private final Map<String, Deque<List<String>>> byNumber = new HashMap<>();

  /**
   * @param references of a message's parts
   */
  synchronized void expect(String number, List<String> references) {
    Deque<List<String>> waiting = byNumber.computeIfAbsent(digits(number), n -> new ArrayDeque<>());
    waiting.addLast(references);
    if (waiting.size() > MOST_OF_A_NUMBER) {
      waiting.removeFirst();
    }
    if (byNumber.size() > MOST) {
      byNumber.remove(byNumber.keySet().iterator().next());
    }
  }

  synchronized Optional<List<String>> next(String number) {
    Deque<List<String>> waiting = byNumber.getOrDefault(digits(number), new ArrayDeque<>());
    Optional<List<String>> oldest = Optional.ofNullable(waiting.pollFirst());
    if (waiting.isEmpty()) {
      byNumber.remove(digits(number));
    }
    return oldest;
  }

  private static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }
}
