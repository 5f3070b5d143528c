package io.chasqui.modem.tpdu;

import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HostileTpduTest {
  private static final byte[] GOOD =
      HexFormat.of()
          .parseHex(
              "07911326040000F0440B911346610089F600002080629173140812050003010201C8F71D14969741F977FD07");

  @Property(tries = 5_000)
  void any_octets_are_a_tpdu_or_a_named_error(@ForAll @Size(max = 200) byte[] octets) {
    read(octets);
  }

  @Property(tries = 5_000)
  void a_damaged_tpdu_is_one_or_a_named_error(
      @ForAll @IntRange(max = 41) int at, @ForAll byte octet, @ForAll @IntRange(max = 42) int cut) {
    byte[] damaged = java.util.Arrays.copyOf(GOOD, cut);
    if (at < cut) {
      damaged[at] = octet;
    }
    read(damaged);
  }

  @Example
  void no_text_is_no_tpdu() {
    read(new byte[0]);
  }

  /** Anything but the named error fails the test. */
  private static void read(byte[] octets) {
    try {
      Pdu.ofHex(HexFormat.of().formatHex(octets));
    } catch (TpduException named) {
      assert named.getMessage() != null;
    }
  }
}
