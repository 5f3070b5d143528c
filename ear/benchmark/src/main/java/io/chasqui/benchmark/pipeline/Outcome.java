package io.chasqui.benchmark.pipeline;

import java.util.Map;
import java.util.Set;

/**
 * What one run came to.
 *
 * @param scenario its name
 * @param temperature {@code cold} or {@code warm}
 * @param seconds from the first message to the last arrival
 * @param arrival from the sending of a message to its arrival at the first receiver
 * @param cpuMicros processor time a message, by process
 * @param compilingMicros the gateway's JVM's share for compiling, a message
 * @param resident octets, by process
 * @param heap octets of the gateway's heap in use
 * @param gateway the names of the gateway's own processes
 * @param missing acknowledged messages that did not arrive, at all receivers together
 * @param repeated arrivals of what had arrived before
 */
record Outcome(
    String scenario,
    String temperature,
    Sent sent,
    double seconds,
    Times arrival,
    Map<String, Double> cpuMicros,
    double compilingMicros,
    Map<String, Long> resident,
    long heap,
    Set<String> gateway,
    int missing,
    int repeated) {

  double perSecond() {
    return sent.accepted() / seconds;
  }

  /** Processor time a message of the gateway and its database, without the peers. */
  double gatewayMicros() {
    return gateway.stream().mapToDouble(cpuMicros::get).sum();
  }
}
