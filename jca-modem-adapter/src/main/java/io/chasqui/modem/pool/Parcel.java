package io.chasqui.modem.pool;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.message.MessageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts of one message that go together.
 *
 * @param items 1 or more, in their order
 * @param tried names of the modems that could not send it
 */
record Parcel(List<Item> items, Set<String> tried) {
  /** A part, and where its outcome goes. */
  record Item(Segment segment, OutcomeSink sink) {}

  Parcel {
    items = List.copyOf(items);
    tried = Set.copyOf(tried);
  }

  static Parcel of(Segment segment, OutcomeSink sink) {
    return new Parcel(List.of(new Item(segment, sink)), Set.of());
  }

  Parcel with(Segment segment, OutcomeSink sink) {
    List<Item> more = new ArrayList<>(items);
    more.add(new Item(segment, sink));
    return new Parcel(more, tried);
  }

  /** What is left of it for another modem. */
  Parcel rest(List<Item> left, String modem) {
    Set<String> more = new HashSet<>(tried);
    more.add(modem);
    return new Parcel(left, more);
  }

  MessageId message() {
    return items.get(0).segment().message();
  }

  Address destination() {
    return items.get(0).segment().destination();
  }

  List<Segment> segments() {
    return items.stream().map(Item::segment).toList();
  }

  /** Whether no more parts of its message can follow. */
  boolean isClosed() {
    Segment last = items.get(items.size() - 1).segment();
    return last.part() == last.of();
  }
}
