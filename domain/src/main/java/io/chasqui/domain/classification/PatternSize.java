package io.chasqui.domain.classification;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a pattern grows when its counted repetitions are written out, as RE2/J 1.8 does without
 * a bound: {@code ((a{1000}){1000}){1000}} takes the whole heap. Counts too much rather than too
 * little.
 */
final class PatternSize {
  /** Far above any size accepted, far below overflow. */
  private static final long CEILING = 1L << 40;

  private final String regex;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long size;
  private long lastAtom;
  private int at;

  private PatternSize(String regex) {
    this.regex = regex;
  }

  /** In atoms: characters, classes, operators. */
  static long of(String regex) {
    PatternSize counter = new PatternSize(regex);
    while (counter.at < regex.length()) {
      counter.step();
    }
    return counter.size;
  }

  private void step() {
    switch (regex.charAt(at)) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '(' -> open();
      case ')' -> close();
      case '{' -> repetition();
      default -> atom(at + 1);
    }
  }

  private void atom(int next) {
    at = next;
    add(1);
  }

  private void add(long atom) {
    lastAtom = atom;
    size = Math.min(CEILING, size + atom);
  }

  private void escape() {
    if (regex.startsWith("\\Q", at)) {
      int end = regex.indexOf("\\E", at);
      atom(end < 0 ? regex.length() : end + 2);
    } else {
      atom(at + 2);
    }
  }

  private void characterClass() {
    int first = regex.startsWith("^", at + 1) ? at + 2 : at + 1;
    int end = member(first);
    while (end < regex.length() && regex.charAt(end) != ']') {
      end = member(end);
    }
    atom(end + 1);
  }

  /** Behind one member of a class; the first may be a {@code ]}. */
  private int member(int from) {
    int nameEnd = regex.startsWith("[:", from) ? regex.indexOf(":]", from + 2) : -1;
    if (nameEnd >= 0) {
      return nameEnd + 2;
    }
    return regex.startsWith("\\", from) ? from + 2 : from + 1;
  }

  private void open() {
    at++;
    outer.push(size);
    size = 0;
  }

  private void close() {
    at++;
    long group = Math.max(1, size);
    size = outer.isEmpty() ? 0 : outer.pop();
    add(group);
  }

  private void repetition() {
    int end = regex.indexOf('}', at);
    long count = end < 0 ? 1 : count(regex.substring(at + 1, end));
    at = end < 0 ? at + 1 : end + 1;
    size -= lastAtom;
    add(Math.min(CEILING, lastAtom * count));
  }

  /** The larger of {@code n,m}; 1 for braces that hold no numbers. */
  private static long count(String braces) {
    if (!braces.matches("[0-9]{1,6}(,[0-9]{0,6})?")) {
      return 1;
    }
    long largest = 1;
    for (String number : braces.split(",")) {
      largest = Math.max(largest, Long.parseLong(number));
    }
    return largest;
  }
}
