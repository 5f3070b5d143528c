package io.chasqui.domain.encoding;

import java.util.List;

/** How the parts of a long message say that they belong together; the peer's choice. */
public enum Splitting {
  /** {@code 05 00 03 ref total sequence} before each part (3GPP TS 23.040, 9.2.3.24.1). */
  UDH(5, 0xFF) {
    @Override
    List<InformationElement> elements(Concatenation place) {
      return List.of(UserDataHeader.element8(place));
    }
  },
  /** {@code 06 08 04 ref ref total sequence} before each part (9.2.3.24.8). */
  UDH16(6, 0xFFFF) {
    @Override
    List<InformationElement> elements(Concatenation place) {
      return List.of(UserDataHeader.element16(place));
    }
  },
  /**
   * sar_msg_ref_num, sar_total_segments and sar_segment_seqnum (SMPP 3.4, 5.3.2.22-24). The SMSC
   * writes the header, so its room is kept free.
   */
  SAR(5, 0xFFFF),
  /** All in message_payload (SMPP 3.4, 5.3.2.32); the SMSC cuts. */
  PAYLOAD(5, 0);

  private final int elementOctets;
  private final int referenceMask;

  Splitting(int elementOctets, int referenceMask) {
    this.elementOctets = elementOctets;
    this.referenceMask = referenceMask;
  }

  /** What stands in each part's header. */
  List<InformationElement> elements(Concatenation place) {
    return List.of();
  }

  /** Octets the concatenation takes in each part's header. */
  int elementOctets() {
    return elementOctets;
  }

  /** As much of a reference as can be carried. */
  int reference(int reference) {
    return reference & referenceMask;
  }

  /** Parts that have a header for another reason say their place there: one way, not two. */
  Splitting besideHeader() {
    return this == SAR ? UDH : this;
  }
}
