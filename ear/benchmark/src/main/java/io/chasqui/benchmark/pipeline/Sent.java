package io.chasqui.benchmark.pipeline;

/**
 * What a sender did in a run.
 *
 * @param accepted messages that were acknowledged to it
 * @param refused messages that were not, and that it did not repeat
 * @param started {@link System#nanoTime} of the first
 * @param answers how long it waited for acknowledgements
 */
record Sent(int accepted, int refused, long started, Times answers) {

  static Sent of(String line) {
    String[] words = line.split(" ", 4);
    return new Sent(
        Integer.parseInt(words[0]),
        Integer.parseInt(words[1]),
        Long.parseLong(words[2]),
        Times.of(words[3]));
  }

  String line() {
    return accepted + " " + refused + " " + started + " " + answers.line();
  }
}
