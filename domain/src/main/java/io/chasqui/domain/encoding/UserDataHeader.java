package io.chasqui.domain.encoding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The header that leads a short message (3GPP TS 23.040, 9.2.3.24).
 *
 * @param length octets with the length octet itself, 0 when there is no header
 */
record UserDataHeader(int length, List<InformationElement> elements) {
  static final UserDataHeader NONE = new UserDataHeader(0, List.of());

  private static final int CONCATENATION_8 = 0x00;
  private static final int CONCATENATION_16 = 0x08;

  static UserDataHeader of(List<InformationElement> elements) {
    return elements.isEmpty()
        ? NONE
        : new UserDataHeader(
            1 + elements.stream().mapToInt(InformationElement::size).sum(), elements);
  }

  /** What claims to be longer than the octets there are is no header. */
  static UserDataHeader read(byte[] octets) {
    int length = octets.length == 0 ? 0 : 1 + (octets[0] & 0xFF);
    return length > octets.length ? NONE : new UserDataHeader(length, elements(octets, length));
  }

  static InformationElement element8(Concatenation place) {
    return InformationElement.of(
        CONCATENATION_8, place.reference(), place.total(), place.sequence());
  }

  static InformationElement element16(Concatenation place) {
    return InformationElement.of(
        CONCATENATION_16,
        place.reference() >> 8,
        place.reference(),
        place.total(),
        place.sequence());
  }

  /** The payload with this header before it. */
  UserData before(byte[] payload) {
    if (length == 0) {
      return new UserData(payload, false);
    }
    ByteBuffer octets = ByteBuffer.allocate(length + payload.length);
    octets.put((byte) (length - 1));
    for (InformationElement element : elements) {
      octets.put((byte) element.id()).put((byte) element.data().length).put(element.data());
    }
    return new UserData(octets.put(payload).array(), true);
  }

  Optional<Concatenation> concatenation() {
    return last(elements.stream().map(UserDataHeader::place).flatMap(Optional::stream).toList());
  }

  boolean namesPlace() {
    return elements.stream().anyMatch(e -> e.id() == CONCATENATION_8 || e.id() == CONCATENATION_16);
  }

  NationalShift nationalShift() {
    return new NationalShift(
        language(NationalShift.LOCKING_SHIFT).filter(NationalLanguage::hasLockingShift),
        language(NationalShift.SINGLE_SHIFT));
  }

  private static List<InformationElement> elements(byte[] octets, int end) {
    List<InformationElement> elements = new ArrayList<>(2);
    for (int at = 1; at + 2 <= end; ) {
      int next = at + 2 + (octets[at + 1] & 0xFF);
      if (next > end) {
        break;
      }
      elements.add(
          new InformationElement(octets[at] & 0xFF, Arrays.copyOfRange(octets, at + 2, next)));
      at = next;
    }
    return elements;
  }

  private static Optional<Concatenation> place(InformationElement element) {
    if (element.id() == CONCATENATION_8 && element.data().length == 3) {
      return place(element.octet(0), 8, element.octet(1), element.octet(2));
    }
    if (element.id() == CONCATENATION_16 && element.data().length == 4) {
      int reference = element.octet(0) << 8 | element.octet(1);
      return place(reference, 16, element.octet(2), element.octet(3));
    }
    return Optional.empty();
  }

  private static Optional<Concatenation> place(int reference, int bits, int total, int sequence) {
    return Concatenation.isPlace(total, sequence)
        ? Optional.of(new Concatenation(reference, total, sequence, bits))
        : Optional.empty();
  }

  private Optional<NationalLanguage> language(int id) {
    return last(elements.stream().filter(e -> e.id() == id && e.data().length == 1).toList())
        .flatMap(element -> NationalLanguage.ofIdentifier(element.octet(0)));
  }

  /** Of several, the last counts (9.2.3.24). */
  private static <T> Optional<T> last(List<T> several) {
    return several.isEmpty() ? Optional.empty() : Optional.of(several.get(several.size() - 1));
  }
}
