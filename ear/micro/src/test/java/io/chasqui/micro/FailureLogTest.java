package io.chasqui.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class FailureLogTest {
  private static final Logger LOG = Logger.getLogger("io.chasqui.micro.test");

  @Test
  void the_first_exception_tells_the_innermost_cause_in_one_line() {
    try (FailureLog failures = FailureLog.listen()) {
      LOG.log(
          Level.SEVERE,
          "deploying",
          new IllegalStateException("outer", new IllegalArgumentException("the cause\nand more")));
      LOG.log(Level.SEVERE, "after that", new IllegalStateException("a consequence"));

      assertThat(failures.cause()).contains("the cause");
    }
  }

  @Test
  void an_exception_among_the_parameters_counts() {
    LogRecord entry = new LogRecord(Level.WARNING, "error.creating.pool");
    entry.setParameters(new Object[] {"pool", new IllegalStateException("no such driver")});
    try (FailureLog failures = FailureLog.listen()) {
      LOG.log(entry);

      assertThat(failures.cause()).contains("no such driver");
    }
  }

  @Test
  void what_only_informs_is_no_cause() {
    try (FailureLog failures = FailureLog.listen()) {
      LOG.log(Level.INFO, "by the way", new IllegalStateException("harmless"));

      assertThat(failures.cause()).isEmpty();
    }
  }
}
