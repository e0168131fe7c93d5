package io.gridloop.clock;

import static io.gridloop.clock.CountyCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** The module alone on a real PostgreSQL, at sixty times the speed. */
@ApplicationModuleTest
@Import(PostgresForTests.class)
@TestPropertySource(properties = {"gridloop.clock.count=working", "gridloop.time-scale=60",
        "management.endpoint.health.validate-group-membership=false", "camunda.client.worker.defaults.enabled=false"})
class WorkingDeadlinesTests {

    @Autowired
    DeadlineCalendar deadlines;

    @Autowired
    CalendarTable table;

    @Autowired
    Calendars calendars;

    @Autowired
    HealthIndicator calendarHealthIndicator;

    @Test
    void shortensTheSpanFromStartToEnd() {
        var deadline = deadlines.deadline(at("2026-11-23T16:00"), new Limit(3, LimitUnit.WORKING_HOUR), List.of());
        // From 16:00 to 9:30 of the next day: 17.5 hours.
        assertThat(deadline.dueAt()).isEqualTo(at("2026-11-23T16:00").plus(Duration.ofSeconds(1_050)));
        assertThat(deadline.warnAt()).isBefore(deadline.dueAt()).isAfter(at("2026-11-23T16:00"));
        assertThat(deadline.steps()).contains("至11月24日（周二）09:30到期，共计3小时。")
                .last().asString().contains("演示加速60倍", "2026年11月23日（周一）16:17");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T15:30, 1, WORKING_HOUR, 2026-11-23T16:30",
            "2026-11-23T17:30, 1, WORKING_HOUR, 2026-11-24T09:00",
            "2026-11-23T15:30, 2, WORKING_DAY, 2026-11-25T18:00", "2026-11-27T18:00, 1, WORKING_DAY, 2026-11-30T18:00",
            "2026-11-25T00:00, 1, NATURAL_DAY, 2026-11-26T00:00", "2026-11-25T00:00, 1, WORKING_DAY, 2026-11-25T18:00",
            "2026-11-24T12:00, 1, NATURAL_DAY, 2026-11-26T00:00", "2026-11-28T00:00, 1, NATURAL_DAY, 2026-12-01T00:00"})
    void countsWhatIsAddedFromTheDeadlineOn(String dueAt, int amount, LimitUnit unit, String expected) {
        var atRealSpeed = new WorkingDeadlines(calendars, new TimeScale(1));
        assertThat(atRealSpeed.extend(at(dueAt), new Limit(amount, unit), List.of()).dueAt()).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({"4, WORKING_HOUR", "3, WORKING_DAY", "10, NATURAL_DAY"})
    void goesOnWithExactlyWhatWasLeft(int amount, LimitUnit unit) {
        var atRealSpeed = new WorkingDeadlines(calendars, new TimeScale(1));
        var deadline = atRealSpeed.deadline(at("2026-09-28T10:17"), new Limit(amount, unit), List.of());
        for (var stop = at("2026-09-28T10:40"); stop
                .isBefore(deadline.dueAt()); stop = stop.plus(Duration.ofHours(5))) {
            var rest = atRealSpeed.stop(stop, deadline.warnAt(), deadline.dueAt(), unit, List.of());
            assertThat(atRealSpeed.resume(stop, rest, List.of()).dueAt()).as("at once").isEqualTo(deadline.dueAt());
            // Across the holidays of October.
            for (var on = stop; on.isBefore(at("2026-10-14T00:00")); on = on.plus(Duration.ofHours(7))) {
                var resumed = atRealSpeed.resume(on, rest, List.of());
                assertThat(calendars.county().count(unit, on, resumed.dueAt())).as("%s to %s", stop, on)
                        .isGreaterThanOrEqualTo(rest.left());
                if (unit != LimitUnit.NATURAL_DAY) {
                    assertThat(calendars.county().count(unit, on, resumed.dueAt())).isEqualTo(rest.left());
                }
                assertThat(resumed.dueAt()).isAfterOrEqualTo(deadline.dueAt());
                assertThat(resumed.warnAt()).isBeforeOrEqualTo(resumed.dueAt());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T14:30, 2026-10-08T12:00, WORKING_HOUR, 2026-10-08T10:36",
            "2026-11-28T09:00, 2026-11-28T19:00, WORKING_HOUR, 2026-11-28T17:00",
            "2026-11-27T00:00, 2026-12-02T00:00, NATURAL_DAY, 2026-12-01T00:00"})
    void warnsOfANamedDeadlineAtFourFifthsOfTheCountedTime(String from, String dueAt, LimitUnit unit,
            String expected) {
        var atRealSpeed = new WorkingDeadlines(calendars, new TimeScale(1));
        assertThat(atRealSpeed.warning(at(from), at(dueAt), unit, List.of())).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T09:00, 2026-11-26T18:00, 2026-11-25T18:00",
            "2026-11-23T09:00, 2026-11-30T10:30, 2026-11-27T10:30",
            "2026-11-23T09:00, 2026-12-01T00:00, 2026-11-27T18:00", "2026-11-23T09:00, 2026-11-25T18:00, ",
            "2026-11-23T09:00, 2026-11-24T10:00, "})
    void remindsAWorkingDayBeforeADeadlineThatIsLongerThanTwo(String from, String dueAt, @Nullable String expected) {
        var atRealSpeed = new WorkingDeadlines(calendars, new TimeScale(1));
        assertThat(atRealSpeed.dayBefore(at(from), at(dueAt), List.of()))
                .isEqualTo(Optional.ofNullable(expected).map(CountyCalendar::at));
    }

    @Test
    void remindsAtTheSameSpeed() {
        var dueAt = deadlines.deadline(at("2026-11-23T09:00"), new Limit(3, LimitUnit.WORKING_DAY), List.of()).dueAt();
        // The deadline lies 81 hours ahead, the reminder 57.
        assertThat(deadlines.dayBefore(at("2026-11-23T09:00"), dueAt, List.of()))
                .contains(at("2026-11-23T09:57"));
    }

    @Test
    void goesOnAtTheSameSpeed() {
        var deadline = deadlines.deadline(at("2026-11-23T09:00"), new Limit(3, LimitUnit.WORKING_HOUR), List.of());
        var stop = at("2026-11-23T09:01");
        var rest = deadlines.stop(stop, deadline.warnAt(), deadline.dueAt(), LimitUnit.WORKING_HOUR, List.of());
        assertThat(rest.left()).isEqualTo(Duration.ofHours(2).toMillis());
        assertThat(deadlines.resume(at("2026-11-23T09:30"), rest, List.of()).dueAt())
                .isEqualTo(at("2026-11-23T09:32"));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31T08:00, 0", "2026-11-01T08:00, 1", "2027-02-01T08:00, 1"})
    void warnsSixtyDaysBeforeTheKnownCalendarEnds(String now, int warnings) {
        var files = new CalendarFiles(table, calendars, Clock.fixed(at(now), WorkingCalendar.ZONE));
        assertThat(files.warning().stream()).hasSize(warnings).allMatch(warning -> warning.contains("请录入2027年的通知"));
    }

    @Test
    void healthSaysUntilWhenTheCalendarIsKnown() {
        assertThat(calendarHealthIndicator.health().getDetails()).containsEntry("knownUntil", "2026-12-31");
    }

    @Test
    void countsNothingFinerThanMilliseconds() {
        var from = Instant.parse("2026-11-23T01:00:00.123456789Z");
        assertThat(deadlines.deadline(from, new Limit(1, LimitUnit.WORKING_HOUR), List.of()).dueAt().getNano()
                % 1_000_000).isZero();
    }
}
