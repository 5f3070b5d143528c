package io.chasqui.simulator.hilink;

import java.util.ArrayList;
import java.util.List;

/** What lies on a stick. Safe for use by several threads. */
final class StickMemory {
  static final int INBOX = 1;
  static final int SENT = 2;

  /**
   * A message.
   *
   * @param type SmsType
   */
  record Stored(int index, int box, String phone, String content, int type) {}

  private final int places;
  private final List<Stored> messages = new ArrayList<>();
  private int nextIndex = 40000;

  StickMemory(int places) {
    this.places = places;
  }

  int places() {
    return places;
  }

  synchronized boolean isFull() {
    return messages.size() >= places;
  }

  /**
   * @return whether there was room
   */
  synchronized boolean store(int box, String phone, String content, int type) {
    if (isFull()) {
      return false;
    }
    messages.add(new Stored(nextIndex++, box, phone, content, type));
    return true;
  }

  synchronized int count(int box) {
    return (int) messages.stream().filter(message -> message.box() == box).count();
  }

  /** Newest first. */
  synchronized List<Stored> page(int box, int page, int size) {
    List<Stored> all = new ArrayList<>();
    messages.stream().filter(message -> message.box() == box).forEach(each -> all.add(0, each));
    int from = Math.min(all.size(), (page - 1) * size);
    return List.copyOf(all.subList(from, Math.min(all.size(), from + size)));
  }

  synchronized void delete(int index) {
    messages.removeIf(message -> message.index() == index);
  }

  /** More of a message has come. */
  synchronized void grow(String more) {
    Stored last = messages.remove(messages.size() - 1);
    messages.add(
        new Stored(last.index(), last.box(), last.phone(), last.content() + more, last.type()));
  }
}
