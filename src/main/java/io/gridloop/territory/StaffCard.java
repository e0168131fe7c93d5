package io.gridloop.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the staff, with everything that an administrator needs to know.
 *
 * @param seat their place; the last one of somebody who has left
 * @param unit the place in Chinese
 * @param leftAt since when they no longer work here
 * @param assignments the places they had, the present one first
 * @param standIns by them or for them, the latest first
 * @param posts the posts they hold now
 */
public record StaffCard(String login, String name, Seat seat, String unit, @Nullable Instant leftAt,
        List<Assignment> assignments, List<StandInLine> standIns, List<Post> posts) {

    /** A place that somebody had; without {@code to} they have it now. */
    public record Assignment(String name, String place, Instant from, @Nullable Instant to) {}

    /**
     * A stand-in.
     *
     * @param over true: ended, or its last day is past
     */
    public record StandInLine(long id, String absent, String absentName, String standIn, String standInName,
            LocalDate from, LocalDate to, String reason, boolean over) {}
}
