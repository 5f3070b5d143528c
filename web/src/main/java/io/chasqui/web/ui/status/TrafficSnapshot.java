package io.chasqui.web.ui.status;

import io.chasqui.app.operations.MinuteOfTraffic;
import io.chasqui.app.operations.RecentMessage;
import io.chasqui.app.operations.Traffic;
import java.time.Instant;
import java.util.List;

/**
 * The traffic as it was read at one moment.
 *
 * @param version the activity's version it shows at least
 * @param minutes the last hour's, oldest first, the current one last, empty ones among them
 * @param newest newest first
 */
public record TrafficSnapshot(
    long version,
    Instant at,
    Traffic traffic,
    List<MinuteOfTraffic> minutes,
    List<RecentMessage> newest) {}
