package io.chasqui.domain.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Octets of a known coding, cut into as many short messages as they take. */
public final class EncodedOctets {
  /** The count of parts is one octet of the header (3GPP TS 23.040, 9.2.3.24.1). */
  public static final int MAX_SEGMENTS = 255;

  private final Unit unit;
  private final byte[] octets;

  /** What every part's header has beside its place: national tables, port numbers. */
  private final List<InformationElement> elements;

  private final SmscAlphabet writing;
  private final BitSet seams;
  private final int segmentCount;

  EncodedOctets(
      Unit unit,
      byte[] octets,
      List<InformationElement> elements,
      SmscAlphabet writing,
      BitSet seams) {
    this.unit = unit;
    this.octets = octets;
    this.elements = List.copyOf(elements);
    this.writing = writing;
    this.seams = seams;
    this.segmentCount = segmentCount(Splitting.UDH);
  }

  /**
   * What somebody else encoded, e.g. binary, or a message_payload that goes on in parts.
   *
   * @param octets without a header; GSM 7-bit unpacked
   * @throws TextTooLongException when they take more than {@value #MAX_SEGMENTS} segments
   */
  public static EncodedOctets of(DataCodingScheme coding, byte[] octets) {
    return of(coding, new UserData(octets, false), SmscAlphabet.GSM7);
  }

  /**
   * As above; each part repeats the elements of the header, which must not be a part's own place.
   *
   * @param zero how septets are written
   * @throws TextTooLongException when they take more than {@value #MAX_SEGMENTS} segments
   */
  public static EncodedOctets of(DataCodingScheme coding, UserData data, SmscAlphabet zero) {
    return new EncodedOctets(
            Reading.of(coding).unit(), data.payload(), data.header().elements(), zero, new BitSet())
        .bounded();
  }

  /** Short messages on the air, 1-255, cut with 8-bit references. */
  public int segmentCount() {
    return segmentCount;
  }

  /** As above, cut another way; may be too many. */
  int segmentCount(Splitting splitting) {
    return ends(splitting).size();
  }

  /**
   * The parts in order; one without a place when it fits one short message or goes whole.
   *
   * @param reference the same for all parts, best another for the next message to the same number;
   *     its low octet, or its low two, are carried
   * @throws TextTooLongException when a longer header makes it more than {@value #MAX_SEGMENTS}
   */
  public List<MessagePart> parts(Splitting wanted, int reference) {
    Splitting splitting = elements.isEmpty() ? wanted : wanted.besideHeader();
    if (segmentCount == 1 || splitting == Splitting.PAYLOAD) {
      return List.of(new MessagePart(data(List.of(), 0, octets.length), Optional.empty()));
    }
    return numbered(bounded(ends(splitting)), splitting, splitting.reference(reference));
  }

  EncodedOctets bounded() {
    bounded(segmentCount);
    return this;
  }

  /** In the unit's own count: septets, octets or UTF-16 code units. */
  int units() {
    return octets.length / unit.width();
  }

  /** Units the last segment has left. */
  int unitsLeft(Splitting splitting) {
    List<Integer> ends = ends(splitting);
    int last = ends.size() == 1 ? 0 : ends.get(ends.size() - 2);
    return unitsPerSegment(splitting) - (octets.length - last) / unit.width();
  }

  /** Units a segment has room for: fewer where there are several. */
  int unitsPerSegment(Splitting splitting) {
    return (ends(splitting).size() == 1 ? singleRoom() : room(splitting)) / unit.width();
  }

  private List<MessagePart> numbered(List<Integer> ends, Splitting splitting, int reference) {
    List<MessagePart> parts = new ArrayList<>(ends.size());
    int from = 0;
    for (int end : ends) {
      Concatenation place = new Concatenation(reference, ends.size(), parts.size() + 1);
      parts.add(new MessagePart(data(splitting.elements(place), from, end), Optional.of(place)));
      from = end;
    }
    return List.copyOf(parts);
  }

  private UserData data(List<InformationElement> place, int from, int end) {
    List<InformationElement> all = new ArrayList<>(place);
    all.addAll(elements);
    UserDataHeader header = UserDataHeader.of(all);
    byte[] payload = Arrays.copyOfRange(octets, from, end);
    return header.before(unit == Unit.SEPTET ? writing.write(payload, header.length()) : payload);
  }

  private List<Integer> ends(Splitting splitting) {
    return octets.length <= singleRoom()
        ? List.of(octets.length)
        : Cuts.of(unit, octets, room(splitting), seams);
  }

  private int singleRoom() {
    return unit.room(UserDataHeader.of(elements).length());
  }

  private int room(Splitting splitting) {
    int others = elements.stream().mapToInt(InformationElement::size).sum();
    return unit.room(1 + splitting.elementOctets() + others);
  }

  private static List<Integer> bounded(List<Integer> ends) {
    bounded(ends.size());
    return ends;
  }

  private static void bounded(int segments) {
    if (segments > MAX_SEGMENTS) {
      throw new TextTooLongException(segments, MAX_SEGMENTS);
    }
  }
}
