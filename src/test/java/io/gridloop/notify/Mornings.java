package io.gridloop.notify;

import io.gridloop.cases.TurnableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;

/** Turns the clock to a morning on which people work, whatever the time was that the test before left. */
final class Mornings {

    private Mornings() {}

    /** To this time on the next day from Monday to Friday. */
    static void next(TurnableClock clock, LocalTime time) {
        var now = clock.instant().atZone(clock.getZone());
        var day = now.toLocalDate().plusDays(1);
        while (EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        clock.turn(Duration.between(now, day.atTime(time).atZone(clock.getZone())));
    }
}
