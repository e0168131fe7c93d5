package io.gridloop.notify;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How somebody wants to be told.
 *
 * @param wanted each kind and way as {@code TASK.MAIL}
 * @param quiet when not
 */
record Choices(Set<String> wanted, QuietHours quiet) {

    /** What counts until somebody chooses: text messages, which cost money, only for supervision. */
    static final Choices USUAL = new Choices(
            Arrays.stream(Kind.values()).flatMap(kind -> kind.ways().stream()
                    .filter(way -> way != Way.SMS || kind == Kind.SUPERVISION).map(way -> key(kind, way)))
                    .collect(Collectors.toUnmodifiableSet()),
            QuietHours.USUAL);

    /** Every kind in every way that there is for it. */
    static final Set<String> ALL = Arrays.stream(Kind.values())
            .flatMap(kind -> kind.ways().stream().map(way -> key(kind, way))).collect(Collectors.toUnmodifiableSet());

    /** Whether messages of a kind are wanted this way. */
    public boolean has(Kind kind, Way way) {
        return wanted.contains(key(kind, way));
    }

    private static String key(Kind kind, Way way) {
        return kind + "." + way;
    }
}
