package io.chasqui.modem.hilink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The XML of sticks, read as leniently as they write it: they put control characters and references
 * to single surrogates into it, which no XML parser takes.
 */
record Xml(String text) {
  private static final Pattern REFERENCE =
      Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);");

  /** What is between the first pair of these tags, as it reads; empty when there is none. */
  Optional<String> first(String tag) {
    return inner(tag).stream().findFirst().map(Xml::unescape);
  }

  String text(String tag) {
    return first(tag).orElse("").strip();
  }

  OptionalInt number(String tag) {
    Matcher digits = Pattern.compile("-?[0-9]{1,9}").matcher(text(tag));
    return digits.find() ? OptionalInt.of(Integer.parseInt(digits.group())) : OptionalInt.empty();
  }

  int count(String tag) {
    return number(tag).orElse(0);
  }

  List<Xml> all(String tag) {
    return inner(tag).stream().map(Xml::new).toList();
  }

  private List<String> inner(String tag) {
    List<String> found = new ArrayList<>();
    String opening = "<" + tag + ">";
    String closing = "</" + tag + ">";
    int from = text.indexOf(opening);
    int to = from < 0 ? -1 : text.indexOf(closing, from);
    while (to >= 0) {
      found.add(text.substring(from + opening.length(), to));
      from = text.indexOf(opening, to);
      to = from < 0 ? -1 : text.indexOf(closing, from);
    }
    return found;
  }

  private static String unescape(String escaped) {
    return REFERENCE
        .matcher(escaped)
        .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
  }

  /** A reference to a surrogate is one unit of the pair that its neighbour completes. */
  private static String character(String reference) {
    return switch (reference) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> character(codePoint(reference));
    };
  }

  private static int codePoint(String reference) {
    return reference.startsWith("#x")
        ? Integer.parseInt(reference.substring(2), 16)
        : Integer.parseInt(reference.substring(1));
  }

  private static String character(int point) {
    return Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
  }

  /** One element; sticks take no white space between elements. */
  static String element(String tag, Object content) {
    return "<%s>%s</%s>".formatted(tag, escape(content.toString()), tag);
  }

  /** A request of these elements, in their order. */
  static String request(String... elements) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><request>"
        + String.join("", elements)
        + "</request>";
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (char unit : text.toCharArray()) {
      switch (unit) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&apos;");
        default -> escaped.append(isAllowed(unit) ? unit : '\uFFFD');
      }
    }
    return escaped.toString();
  }

  /** XML 1.0, 2.2. */
  private static boolean isAllowed(char unit) {
    return unit >= ' ' || unit == '\n' || unit == '\r' || unit == '\t';
  }
}
