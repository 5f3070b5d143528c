package io.chasqui.app.traffic;

import java.util.List;
import java.util.Optional;

/**
 * How many messages there are of a kind.
 *
 * @param values what they have in common, in the order of the groupings asked for
 */
public record TrafficLine(List<Optional<String>> values, long messages, long segments) {}
