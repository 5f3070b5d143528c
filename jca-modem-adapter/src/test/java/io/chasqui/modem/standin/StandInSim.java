package io.chasqui.modem.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A SIM: its PIN and its places for messages. Its modem's lock guards it. */
final class StandInSim {
  static final int PLACES = 10;

  private final Map<Integer, String> messages = new TreeMap<>();
  private final Map<Integer, String> reports = new TreeMap<>();
  private final List<String> pinsTried = new ArrayList<>();
  private Optional<String> pin = Optional.empty();
  private boolean unlocked = true;

  void lock(String digits) {
    pin = Optional.of(digits);
    unlocked = false;
  }

  void lockAgain() {
    unlocked = pin.isEmpty();
  }

  boolean isUnlocked() {
    return unlocked;
  }

  boolean unlock(String digits) {
    pinsTried.add(digits);
    unlocked = pin.filter(digits::equals).isPresent();
    return unlocked;
  }

  List<String> pinsTried() {
    return List.copyOf(pinsTried);
  }

  Map<Integer, String> memory(String name) {
    return name.equals("SR") ? reports : messages;
  }

  /** Empty when it is full. */
  Optional<Integer> store(String memory, String pdu) {
    Map<Integer, String> places = memory(memory);
    for (int index = 1; index <= PLACES; index++) {
      if (places.putIfAbsent(index, pdu) == null) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }
}
