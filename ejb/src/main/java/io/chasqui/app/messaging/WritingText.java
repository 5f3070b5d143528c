package io.chasqui.app.messaging;

import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.LookAlikes;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.Writing;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a message is written, in a line such as {@code UDH16 GSM7 GSM7,UCS2 TURKISH KEPT}: what an
 * envelope and a row keep, so that a later attempt cuts alike whatever the connector has become.
 */
public final class WritingText {
  private static final String NONE = "-";
  private static final int WORDS = 5;

  private WritingText() {}

  /** Empty for the standard. */
  public static Optional<String> of(Writing writing) {
    EncodingPolicy policy = writing.policy();
    return writing.equals(Writing.STANDARD)
        ? Optional.empty()
        : Optional.of(
            String.join(
                " ",
                writing.splitting().name(),
                policy.zero().name(),
                names(policy.alphabets()),
                names(policy.languages()),
                policy.lookAlikes().name()));
  }

  /**
   * @throws IllegalArgumentException for what is no such line
   */
  public static Writing read(Optional<String> text) {
    return text.map(WritingText::read).orElse(Writing.STANDARD);
  }

  private static Writing read(String text) {
    String[] words = text.split(" ");
    if (words.length != WORDS) {
      throw new IllegalArgumentException("no way of writing: " + text);
    }
    return new Writing(
        new EncodingPolicy(
            SmscAlphabet.valueOf(words[1]),
            all(Alphabet.class, words[2]),
            all(NationalLanguage.class, words[3]),
            LookAlikes.valueOf(words[4])),
        Splitting.valueOf(words[0]));
  }

  private static String names(Collection<? extends Enum<?>> constants) {
    return constants.isEmpty()
        ? NONE
        : constants.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }

  private static <E extends Enum<E>> Set<E> all(Class<E> type, String names) {
    return names.equals(NONE)
        ? Set.of()
        : Arrays.stream(names.split(","))
            .map(name -> Enum.valueOf(type, name))
            .collect(Collectors.toSet());
  }
}
