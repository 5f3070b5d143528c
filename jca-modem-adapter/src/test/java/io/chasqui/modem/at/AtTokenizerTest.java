package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AtTokenizerTest {
  private static final String DIALOGUE =
      "AT+CMGS=23\r\r\n^RSSI: 17\r\n\r\n> 0011000B91\r\n+CMTI: \"SM\",3\r\n\r\n+CMGS: 7\r\n\r\nOK\r\n";

  private static List<AtToken> tokens(String text, int chunk) {
    AtTokenizer tokenizer = new AtTokenizer();
    List<AtToken> tokens = new ArrayList<>();
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int from = 0; from < octets.length; from += chunk) {
      byte[] part =
          java.util.Arrays.copyOfRange(octets, from, Math.min(octets.length, from + chunk));
      tokens.addAll(tokenizer.feed(part, part.length));
    }
    return tokens;
  }

  @Example
  void lines_and_the_prompt_without_an_end_are_told_apart() {
    assertThat(tokens(DIALOGUE, 1000))
        .containsExactly(
            new AtToken.Line("AT+CMGS=23"),
            new AtToken.Line("^RSSI: 17"),
            new AtToken.Prompt(),
            new AtToken.Line("0011000B91"),
            new AtToken.Line("+CMTI: \"SM\",3"),
            new AtToken.Line("+CMGS: 7"),
            new AtToken.Line("OK"));
  }

  @Property
  void the_pieces_it_comes_in_do_not_matter(@ForAll @IntRange(min = 1, max = 80) int chunk) {
    assertThat(tokens(DIALOGUE, chunk)).isEqualTo(tokens(DIALOGUE, 1000));
  }

  @Example
  void a_prompt_is_told_before_anything_follows_it() {
    assertThat(tokens("\r\n>", 1)).containsExactly(new AtToken.Prompt());
  }

  @Example
  void noise_of_power_up_is_left_out() {
    assertThat(tokens("\0\u00FF\r\nO\0K\u0080\r\n", 3)).containsExactly(new AtToken.Line("OK"));
  }

  @Example
  void a_line_without_an_end_takes_no_endless_memory() {
    assertThat(tokens("x".repeat(10_000), 512))
        .allSatisfy(
            token -> assertThat(((AtToken.Line) token).text()).hasSizeLessThanOrEqualTo(2048))
        .hasSize(4);
  }

  @Property
  void no_octets_break_it(@ForAll byte[] octets) {
    new AtTokenizer().feed(octets, octets.length);
  }
}
