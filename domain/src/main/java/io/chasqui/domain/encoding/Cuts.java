package io.chasqui.domain.encoding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where a long message is cut: never within an escape or a surrogate pair, and not within what a
 * reader sees as one character (combining accents, joined emoji) unless that would cost a segment.
 */
final class Cuts {
  private final Unit unit;
  private final byte[] octets;
  private final int room;

  /** Octet offsets at which a visible character starts. */
  private final BitSet seams;

  private Cuts(Unit unit, byte[] octets, int room, BitSet seams) {
    this.unit = unit;
    this.octets = octets;
    this.room = room;
    this.seams = seams;
  }

  /**
   * The offsets behind the last octet of each part.
   *
   * @param room octets a part has; 4 or more
   * @param seams empty: any whole unit will do
   */
  static List<Integer> of(Unit unit, byte[] octets, int room, BitSet seams) {
    return new Cuts(unit, octets, room, seams).ends();
  }

  private List<Integer> ends() {
    int allowed = partsFrom(0);
    List<Integer> ends = new ArrayList<>(allowed);
    for (int end = 0; end < octets.length; ) {
      int hard = hardEnd(end);
      int soft = hard == octets.length ? hard : seams.previousSetBit(hard);
      boolean free = soft > end && ends.size() + 1 + partsFrom(soft) <= allowed;
      end = free ? soft : hard;
      ends.add(end);
    }
    return List.copyOf(ends);
  }

  private int partsFrom(int start) {
    int parts = 0;
    for (int end = start; end < octets.length; end = hardEnd(end)) {
      parts++;
    }
    return parts;
  }

  private int hardEnd(int start) {
    int limit = start + room;
    if (limit >= octets.length) {
      return octets.length;
    }
    return unit.parts(octets, limit) ? limit - unit.width() : limit;
  }
}
