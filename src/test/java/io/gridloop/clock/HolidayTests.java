package io.gridloop.clock;

import static io.gridloop.clock.CountyCalendar.SHIPPED;
import static io.gridloop.clock.CountyCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every holiday and make-up day of 2024 to 2026, worked out by hand from the notices of the State Council. */
class HolidayTests {

    /** Two hours pass until 18:00, six on the next day on which people work. */
    @ParameterizedTest(name = "{2}")
    @CsvSource({
            "2023-12-29T16:00, 2024-01-02T17:00, New Year 2024",
            "2024-02-02T16:00, 2024-02-04T17:00, make-up Sunday before Spring Festival 2024",
            "2024-02-09T16:00, 2024-02-18T17:00, Spring Festival 2024 and the make-up Sunday after it",
            "2024-04-03T16:00, 2024-04-07T17:00, Qingming 2024 and the make-up Sunday after it",
            "2024-04-26T16:00, 2024-04-28T17:00, make-up Sunday before Labour Day 2024",
            "2024-04-30T16:00, 2024-05-06T17:00, Labour Day 2024",
            "2024-05-10T16:00, 2024-05-11T17:00, make-up Saturday after Labour Day 2024",
            "2024-06-07T16:00, 2024-06-11T17:00, Dragon Boat 2024",
            "2024-09-13T16:00, 2024-09-14T17:00, make-up Saturday before Mid-Autumn 2024",
            "2024-09-14T16:00, 2024-09-18T17:00, Mid-Autumn 2024",
            "2024-09-27T16:00, 2024-09-29T17:00, make-up Sunday before National Day 2024",
            "2024-09-30T16:00, 2024-10-08T17:00, National Day 2024",
            "2024-10-11T16:00, 2024-10-12T17:00, make-up Saturday after National Day 2024",
            "2024-12-31T16:00, 2025-01-02T17:00, New Year 2025",
            "2025-01-24T16:00, 2025-01-26T17:00, make-up Sunday before Spring Festival 2025",
            "2025-01-27T16:00, 2025-02-05T17:00, Spring Festival 2025",
            "2025-02-07T16:00, 2025-02-08T17:00, make-up Saturday after Spring Festival 2025",
            "2025-04-03T16:00, 2025-04-07T17:00, Qingming 2025",
            "2025-04-25T16:00, 2025-04-27T17:00, make-up Sunday before Labour Day 2025",
            "2025-04-30T16:00, 2025-05-06T17:00, Labour Day 2025",
            "2025-05-30T16:00, 2025-06-03T17:00, Dragon Boat 2025",
            "2025-09-26T16:00, 2025-09-28T17:00, make-up Sunday before National Day 2025",
            "2025-09-30T16:00, 2025-10-09T17:00, National Day and Mid-Autumn 2025",
            "2025-10-10T16:00, 2025-10-11T17:00, make-up Saturday after National Day 2025",
            "2025-12-31T16:00, 2026-01-04T17:00, New Year 2026 and the make-up Sunday after it",
            "2026-02-13T16:00, 2026-02-14T17:00, make-up Saturday before Spring Festival 2026",
            "2026-02-14T16:00, 2026-02-24T17:00, Spring Festival 2026",
            "2026-02-27T16:00, 2026-02-28T17:00, make-up Saturday after Spring Festival 2026",
            "2026-04-03T16:00, 2026-04-07T17:00, Qingming 2026",
            "2026-04-30T16:00, 2026-05-06T17:00, Labour Day 2026",
            "2026-05-08T16:00, 2026-05-09T17:00, make-up Saturday after Labour Day 2026",
            "2026-06-18T16:00, 2026-06-22T17:00, Dragon Boat 2026",
            "2026-09-18T16:00, 2026-09-20T17:00, make-up Sunday before National Day 2026",
            "2026-09-24T16:00, 2026-09-28T17:00, Mid-Autumn 2026",
            "2026-09-30T16:00, 2026-10-08T17:00, National Day 2026",
            "2026-10-09T16:00, 2026-10-10T17:00, make-up Saturday after National Day 2026"})
    void countsEightWorkingHoursAcrossIt(String from, String dueAt, String name) {
        assertThat(due(from, 8, LimitUnit.WORKING_HOUR)).as(name).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @CsvSource({
            "2024-02-08T09:00, 2, 2024-02-18T18:00", "2024-04-03T09:00, 1, 2024-04-07T18:00",
            "2024-09-27T10:00, 10, 2024-10-16T18:00", "2025-01-24T18:30, 3, 2025-02-05T18:00",
            "2025-09-26T10:00, 5, 2025-10-10T18:00", "2025-05-30T08:00, 1, 2025-06-03T18:00",
            "2026-01-01T10:00, 1, 2026-01-04T18:00", "2026-02-12T10:00, 3, 2026-02-24T18:00",
            "2026-09-24T10:00, 4, 2026-10-08T18:00", "2026-05-05T23:59, 4, 2026-05-09T18:00"})
    void countsWorkingDaysAcrossThem(String from, int days, String dueAt) {
        assertThat(due(from, days, LimitUnit.WORKING_DAY)).isEqualTo(at(dueAt));
    }

    /** The last day is a day of rest: the limit ends with the first working day after it. */
    @ParameterizedTest
    @CsvSource({
            "2024-06-06T09:00, 3, 2024-06-12T00:00", "2024-02-08T09:00, 5, 2024-02-19T00:00",
            "2025-09-29T09:00, 3, 2025-10-10T00:00", "2026-02-12T09:00, 10, 2026-02-25T00:00",
            // Saturday, but a make-up day.
            "2026-02-11T09:00, 3, 2026-02-15T00:00",
            // An ordinary Sunday, and an ordinary Wednesday.
            "2026-11-20T09:00, 2, 2026-11-24T00:00", "2026-11-20T09:00, 5, 2026-11-26T00:00"})
    void endsNaturalDaysAfterAHoliday(String from, int days, String dueAt) {
        assertThat(due(from, days, LimitUnit.NATURAL_DAY)).isEqualTo(at(dueAt));
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void agreesWithAnotherTableAboutEveryDay(int year) {
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            var other = LegalHoliday.fromYmd(year, day.getMonthValue(), day.getDayOfMonth());
            boolean works = other == null ? day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 : other.isWork();
            assertThat(SHIPPED.works(day)).as(day.toString()).isEqualTo(works);
        }
    }

    @Test
    void namesTheNoticeAndHoldsAsManyDaysAsIt() {
        assertThat(ShippedYears.all()).extracting(year -> year.target().code() + " "
                + year.file().count(DayKind.OFF) + "/" + year.file().count(DayKind.WORK))
                .containsExactlyInAnyOrder("2024 28/8", "2025 28/5", "2026 33/6");
        assertThat(ShippedYears.all()).allSatisfy(year -> assertThat(year.file().source())
                .startsWith("国务院办公厅关于%s年部分节假日安排的通知".formatted(year.target().code())));
    }

    private static Instant due(String from, int amount, LimitUnit unit) {
        return SHIPPED.deadline(at(from), new Limit(amount, unit)).dueAt();
    }
}
