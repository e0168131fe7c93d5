package io.gridloop.clock;

import java.time.LocalDate;

/**
 * What a calendar file is for.
 *
 * @param code a year, for example {@code 2027}, or the code of a department, a street or a community
 */
public record CalendarTarget(String code) {

    /** Whether it is for a year of the whole county. */
    public boolean isYear() {
        return code.matches("20\\d{2}");
    }

    int year() {
        return Integer.parseInt(code);
    }

    /** A notice may begin with days of December, because the New Year's holiday is made up for before. */
    boolean mayHold(LocalDate date) {
        return date.getYear() == year() || date.getYear() == year() - 1 && date.getMonthValue() == 12;
    }
}
