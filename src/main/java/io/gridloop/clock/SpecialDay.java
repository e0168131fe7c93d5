package io.gridloop.clock;

import java.time.LocalDate;

/**
 * A day that differs from its day of the week.
 *
 * @param name what for, in Chinese, for example 国庆节
 */
public record SpecialDay(LocalDate date, DayKind kind, String name) {}
