package io.gridloop.cases;

import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much more time may be asked for, in each unit. */
final class MoreTime {

    private MoreTime() {}

    /** What was typed as an amount in a unit; nothing when it is no whole number in the range of the unit. */
    static Optional<Limit> read(String amount, String unit) {
        return LimitUnit.of(unit).flatMap(known -> read(amount, known, most(known)));
    }

    /** What was typed as an amount in a unit, at most {@code most}. */
    static Optional<Limit> read(String amount, LimitUnit unit, int most) {
        return Optional.of(amount.strip()).filter(typed -> typed.matches("\\d{1,4}")).map(Integer::parseInt)
                .filter(number -> number >= 1 && number <= most).map(number -> new Limit(number, unit));
    }

    /** The ranges in Chinese. */
    static String ranges() {
        return Arrays.stream(LimitUnit.values()).map(unit -> "%s1至%d".formatted(unit.label(), most(unit)))
                .collect(Collectors.joining("、"));
    }

    private static int most(LimitUnit unit) {
        return switch (unit) {
            case WORKING_HOUR -> 40;
            case WORKING_DAY -> 30;
            case NATURAL_DAY -> 60;
        };
    }
}
