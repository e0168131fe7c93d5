package io.gridloop.decisions;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Codes of the event categories, written down apart from the application so that a lost one is noticed. */
final class EventCategories {

    /** How many categories each of the twelve domains has, domain 01 first. */
    private static final List<Integer> SIZES = List.of(9, 2, 2, 3, 3, 12, 3, 5, 5, 1, 1, 1);

    private EventCategories() {}

    static List<String> known() {
        return IntStream.range(0, SIZES.size()).boxed().flatMap(EventCategories::ofDomain).toList();
    }

    /** The known ones and some that a future or a broken source may send. */
    static List<String> knownAndUnknown() {
        return Stream.concat(known().stream(), Stream.of("13-01", "01-99", "0102", "暴露垃圾", "")).toList();
    }

    private static Stream<String> ofDomain(int index) {
        return IntStream.rangeClosed(1, SIZES.get(index)).mapToObj(item -> "%02d-%02d".formatted(index + 1, item));
    }
}
