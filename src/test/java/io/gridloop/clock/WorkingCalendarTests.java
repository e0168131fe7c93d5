package io.gridloop.clock;

import static io.gridloop.clock.CountyCalendar.SHIPPED;
import static io.gridloop.clock.CountyCalendar.at;
import static io.gridloop.clock.LimitUnit.NATURAL_DAY;
import static io.gridloop.clock.LimitUnit.WORKING_DAY;
import static io.gridloop.clock.LimitUnit.WORKING_HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of counting, on the ordinary week of 23 November 2026, a Monday. */
class WorkingCalendarTests {

    @ParameterizedTest
    @CsvSource({
            "2026-11-23T08:30, 1, 2026-11-23T09:30", "2026-11-23T09:00, 4, 2026-11-23T15:30",
            // Exactly until the break, and from within it.
            "2026-11-23T08:30, 3, 2026-11-23T11:30", "2026-11-23T12:30, 1, 2026-11-23T15:30",
            // Before, after and on a day without work.
            "2026-11-23T03:00, 1, 2026-11-23T09:30", "2026-11-23T20:00, 1, 2026-11-24T09:30",
            "2026-11-21T10:00, 7, 2026-11-23T18:00", "2026-11-23T08:30, 7, 2026-11-23T18:00"})
    void aWorkingHourPassesInsideSlotsOnly(String from, int hours, String dueAt) {
        assertThat(SHIPPED.deadline(at(from), new Limit(hours, WORKING_HOUR)).dueAt()).isEqualTo(at(dueAt));
    }

    @Test
    void theDayOfTheEventIsNoWorkingDayOfTheLimit() {
        assertThat(SHIPPED.deadline(at("2026-11-23T00:00"), new Limit(1, WORKING_DAY)).dueAt())
                .isEqualTo(at("2026-11-24T18:00"));
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-23T08:30, 10, WORKING_HOUR, 2026-11-24T09:30",
            "2026-11-20T10:00, 5, WORKING_DAY, 2026-11-26T18:00",
            "2026-11-23T10:00, 1, WORKING_DAY, 2026-11-24T16:36", "2026-11-23T10:00, 5, NATURAL_DAY, 2026-11-28T00:00",
            "2026-11-23T10:00, 1, NATURAL_DAY, 2026-11-24T19:12"})
    void warnsAtFourFifthsOfTheCountedTime(String from, int amount, LimitUnit unit, String warnAt) {
        assertThat(SHIPPED.deadline(at(from), new Limit(amount, unit)).warnAt()).isEqualTo(at(warnAt));
    }

    @Test
    void aHalfDayCountsItsHalfInHoursAndOneInDays() {
        var calendar = CountyCalendar.with(new SpecialDay(LocalDate.of(2026, 11, 24), DayKind.MORNING, "半天"));
        assertThat(calendar.count(WORKING_HOUR, at("2026-11-24T00:00"), at("2026-11-25T00:00")))
                .isEqualTo(210 * 60_000);
        assertThat(calendar.deadline(at("2026-11-23T10:00"), new Limit(1, WORKING_DAY)).dueAt())
                .isEqualTo(at("2026-11-24T12:00"));
    }

    @Test
    void aPauseAddsBackTheWorkingTimeThatPassedInIt() {
        var running = Running.start(SHIPPED, at("2026-11-23T09:00"), new Limit(7, WORKING_HOUR));
        assertThat(running.dueAt(SHIPPED)).isEqualTo(at("2026-11-24T09:00"));
        var resumed = running.pause(at("2026-11-23T11:00")).resume(SHIPPED, at("2026-11-23T15:30"));
        // One hour before the break and one after it.
        assertThat(resumed.dueAt(SHIPPED)).isEqualTo(at("2026-11-24T11:00"));
        assertThat(resumed.warnAt(SHIPPED)).isEqualTo(at("2026-11-24T09:36"));
    }

    @Test
    void aPauseAddsBackTheDaysThatEndedInIt() {
        var running = Running.start(SHIPPED, at("2026-11-20T09:00"), new Limit(5, WORKING_DAY));
        assertThat(running.pause(at("2026-11-23T10:00")).resume(SHIPPED, at("2026-11-25T15:00")).dueAt(SHIPPED))
                .isEqualTo(at("2026-12-01T18:00"));
        assertThat(running.pause(at("2026-11-23T10:00")).resume(SHIPPED, at("2026-11-23T16:00")).dueAt(SHIPPED))
                .isEqualTo(running.dueAt(SHIPPED));
    }

    @Test
    void aPauseSaysWhatItAddsBack() {
        var running = Running.start(SHIPPED, at("2026-11-23T09:00"), new Limit(7, WORKING_HOUR));
        assertThat(running.pause(at("2026-11-23T11:00")).words(SHIPPED, at("2026-11-23T15:30")))
                .isEqualTo("2026年11月23日（周一）11:00至2026年11月23日（周一）15:30暂停计时，其间2小时不计，期限相应顺延。");
    }

    @Test
    void aPauseAfterTheEndChangesNothing() {
        var running = Running.start(SHIPPED, at("2026-11-23T09:00"), new Limit(1, WORKING_HOUR));
        assertThat(running.pause(at("2026-11-24T11:00")).resume(SHIPPED, at("2026-11-25T15:30"))).isEqualTo(running);
    }

    @Test
    void onlyWhatIsGrantedExtends() {
        var running = Running.start(SHIPPED, at("2026-11-20T09:00"), new Limit(2, WORKING_DAY));
        var asked = Extension.asked(new Limit(3, WORKING_DAY));
        assertThat(running.extend(SHIPPED, asked)).isEqualTo(running);
        var granted = asked.granted(new Limit(1, WORKING_DAY));
        assertThat(running.extend(SHIPPED, granted).dueAt(SHIPPED)).isEqualTo(at("2026-11-25T18:00"));
        assertThat(granted.asked()).isEqualTo(new Limit(3, WORKING_DAY));
        assertThat(granted.words()).isEqualTo("申请延期3个工作日，批准1个工作日。");
        assertThat(asked.words()).isEqualTo("申请延期3个工作日，尚未批准。");
        assertThatIllegalArgumentException().isThrownBy(() -> running.extend(SHIPPED,
                asked.granted(new Limit(1, NATURAL_DAY))));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31T17:00, 1, false", "2026-12-31T17:30, 1, true", "2023-12-29T17:30, 1, true"})
    void warnsWhenTheDeadlineReachesPastTheKnownCalendar(String from, int hours, boolean warns) {
        var steps = SHIPPED.deadline(at(from), new Limit(hours, WORKING_HOUR)).steps();
        assertThat(steps.stream().anyMatch(step -> step.contains("放假调休安排尚未录入"))).isEqualTo(warns);
    }

    @Test
    void isKnownUntilTheEndOfTheLastYearWithoutAGap() {
        assertThat(SHIPPED.knownUntil()).isEqualTo("2026-12-31");
        assertThat(new WorkingCalendar(CountyCalendar.WEEK, Map.of(), new TreeSet<>(List.of(2024, 2026)))
                .knownUntil()).isEqualTo("2024-12-31");
    }

    @Test
    void refusesAWeekInWhichNobodyWorks() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkWeek(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkWeek.of(List.of(DayOfWeek.MONDAY),
                List.of(new Slot(510, 720), new Slot(700, 800))));
    }
}
