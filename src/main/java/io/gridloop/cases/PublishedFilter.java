package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which published cases to list; what is nothing or empty does not matter.
 *
 * @param audience who asks
 * @param numbers numbers of cases as people write them
 * @param categories codes of {@link Category}
 * @param received when they were received
 * @param updated when something last happened to them
 * @param closed whether they have ended
 * @param around where they are; cases without coordinates are nowhere
 * @param after number of the case after which the list goes on, so that it does not shift when cases come in
 * @param page 0 for the first
 * @param size how many on a page, at least 1
 */
public record PublishedFilter(Audience audience, List<String> numbers, List<String> categories, Between received,
        Between updated, @Nullable Boolean closed, @Nullable Around around, @Nullable String after, int page,
        int size) {

    /** The cases with these numbers, whatever they are. */
    public static PublishedFilter numbered(Audience audience, List<String> numbers) {
        return new PublishedFilter(audience, numbers, List.of(), Between.ANY_TIME, Between.ANY_TIME, null, null,
                null, 0, Math.max(1, numbers.size()));
    }

    /** A span of time, both ends belong to it. */
    public record Between(@Nullable Instant from, @Nullable Instant to) {

        /** No bounds. */
        public static final Between ANY_TIME = new Between(null, null);
    }

    /** A circle on the earth: degrees of WGS-84, and metres. */
    public record Around(double longitude, double latitude, double radius) {}
}
