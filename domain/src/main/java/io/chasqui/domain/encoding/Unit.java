package io.chasqui.domain.encoding;

/** What a short message is counted in, and where it may be cut (3GPP TS 23.040, 9.2.3.16). */
enum Unit {
  /** Held one in an octet until they are written. */
  SEPTET(1) {
    @Override
    int room(int headerOctets) {
      return (OCTETS - headerOctets) * 8 / 7;
    }

    @Override
    boolean parts(byte[] octets, int at) {
      return octets[at - 1] == Gsm7.ESCAPE;
    }
  },
  OCTET(1) {
    @Override
    boolean parts(byte[] octets, int at) {
      return false;
    }
  },
  /** UTF-16BE. */
  CODE_UNIT(2) {
    @Override
    int room(int headerOctets) {
      return super.room(headerOctets) & ~1;
    }

    @Override
    boolean parts(byte[] octets, int at) {
      return (octets[at - 2] & 0xFC) == 0xD8;
    }
  };

  /** Of one short message, its header included. */
  private static final int OCTETS = 140;

  private final int width;

  Unit(int width) {
    this.width = width;
  }

  /** Octets a unit is held in. */
  int width() {
    return width;
  }

  /** Octets of units that fit beside a header. */
  int room(int headerOctets) {
    return OCTETS - headerOctets;
  }

  /** Whether a cut there would part an escape or a surrogate pair. */
  abstract boolean parts(byte[] octets, int at);
}
