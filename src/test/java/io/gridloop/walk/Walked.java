package io.gridloop.walk;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case that was led to its end, or as far as it went.
 *
 * @param story what was done with it, in order
 * @param failure why it did not come to an end as it should; null when it did
 */
record Walked(long seed, int index, long caseId, Duration duration, List<String> story, @Nullable String failure) {

    /** For people: how to walk this case alone, and what happened in it. */
    String told() {
        return story.stream().collect(Collectors.joining("\n    ",
                "case %d of seed %d (-Dgridloop.walk.seed=%d -Dgridloop.walk.first=%d -Dgridloop.walk.cases=1): %s%n    "
                        .formatted(index, seed, seed, index, failure),
                ""));
    }
}
