package io.chasqui.app.options;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The members of a JSON object while they are read. Whoever holds them decides what becomes of a
 * wrong one: a request gathers them all and is refused, a stored document cannot be read. Null
 * counts as left out.
 */
public interface Members {
  boolean has(String name);

  /** Empty when it is left out or wrong; so are the others. */
  Optional<String> optionalText(String name, int longest);

  /** A whole number; {@code unset} when it is left out or wrong. */
  int number(String name, int unset, int least, int most);

  /** The members of an object within this one. */
  Optional<? extends Members> object(String name);

  /** A list of at most so many texts, which may be none. */
  Optional<List<String>> optionalTexts(String name, int most);

  /** A list of at most so many objects. */
  Optional<? extends List<? extends Members>> objects(String name, int most);

  /**
   * @param detail what is wrong, such as "must be 1-10"
   */
  void wrong(String name, String detail);

  /** What a text stands for; the reading says in its exception what it expects. */
  default <T> Optional<T> read(String name, int longest, Function<String, T> reading) {
    return optionalText(name, longest).flatMap(text -> build(name, () -> reading.apply(text)));
  }

  /** A value whose constructor checks; its complaint is told of the member. */
  default <T> Optional<T> build(String name, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException e) {
      wrong(name, e.getMessage());
      return Optional.empty();
    }
  }
}
