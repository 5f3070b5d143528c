package io.chasqui.micro.demo;

/** Why the demonstration did not come to its end, in one line. */
final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailure(String line) {
    super("demo: " + line);
  }
}
