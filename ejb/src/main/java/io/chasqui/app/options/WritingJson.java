package io.chasqui.app.options;

import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.LookAlikes;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.Writing;
import jakarta.json.JsonObjectBuilder;

/** The members of {@code submit} that say how messages are written and cut. */
final class WritingJson {
  private WritingJson() {}

  static Writing read(Members submit) {
    EncodingPolicy standard = EncodingPolicy.STANDARD;
    EncodingPolicy wanted =
        standard
            .withZero(Words.read(submit, "default_alphabet", SmscAlphabet.class, standard.zero()))
            .withLanguages(
                Words.readAll(
                    submit, "national_languages", NationalLanguage.class, standard.languages()))
            .withLookAlikes(
                Words.read(submit, "look_alikes", LookAlikes.class, standard.lookAlikes()));
    return new Writing(
        submit.build("alphabets", () -> withAlphabets(submit, wanted)).orElse(wanted),
        Words.read(submit, "split", Splitting.class, Writing.STANDARD.splitting()));
  }

  private static EncodingPolicy withAlphabets(Members submit, EncodingPolicy policy) {
    return policy.withAlphabets(
        Words.readAll(submit, "alphabets", Alphabet.class, policy.alphabets()));
  }

  static void write(JsonObjectBuilder json, Writing writing) {
    EncodingPolicy policy = writing.policy();
    json.add("split", Words.of(writing.splitting()))
        .add("default_alphabet", Words.of(policy.zero()))
        .add("alphabets", Words.list(policy.alphabets()))
        .add("national_languages", Words.list(policy.languages()))
        .add("look_alikes", Words.of(policy.lookAlikes()));
  }
}
