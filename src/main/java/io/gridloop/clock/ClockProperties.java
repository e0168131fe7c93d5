package io.gridloop.clock;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the county counts time.
 *
 * @param count {@code working} by the working calendar, {@code plain} by the hour around the clock
 * @param workdays the ordinary working days of a week
 * @param morning working time before the midday break, for example 08:30-12:00
 * @param afternoon working time after it; empty when there is none
 */
@ConfigurationProperties("gridloop.clock")
record ClockProperties(@DefaultValue("working") Count count,
        @DefaultValue( {
                "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}) List<DayOfWeek> workdays,
        @DefaultValue("08:30-12:00") String morning, @DefaultValue("14:30-18:00") String afternoon){

    /** How a limit is counted. */
    enum Count {
        WORKING, PLAIN
    }

    /** @throws IllegalArgumentException when a time cannot be read or nobody ever works */
    WorkWeek week() {
        return WorkWeek.of(workdays, Stream.of(morning, afternoon).filter(time -> !time.isBlank())
                .map(time -> Slot.parse(time).orElseThrow(
                        () -> new IllegalArgumentException("gridloop.clock needs times like 08:30-12:00, not " + time)))
                .toList());
    }
}
