package io.chasqui.benchmark.pipeline;

import java.util.Map;

/** A gateway that is measured: ours, or Kannel. */
interface Contender extends AutoCloseable {
  /** Its processes by name. */
  Map<String, Long> processes();

  /** Octets of heap in use, 0 when it has none to tell of. */
  long heap();

  @Override
  void close();
}
