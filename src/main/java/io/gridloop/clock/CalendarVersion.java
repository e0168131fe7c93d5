package io.gridloop.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What counts for a year or a unit.
 *
 * @param id 0 for what gridloop ships
 * @param file null when a unit has no calendar of its own any more
 * @param loadedBy login; null for what gridloop ships
 */
public record CalendarVersion(long id, CalendarTarget target, @Nullable CalendarFile file, @Nullable Instant loadedAt,
        @Nullable String loadedBy) {}
