package io.gridloop.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a day in which people work.
 *
 * @param from first minute of the day, 0 to 1439
 * @param to minute at which work ends, later than {@code from}, at most 1440 (24:00)
 */
public record Slot(int from, int to) {

    private static final int DAY = 1_440;
    private static final int NOON = 720;
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2}):([0-5]\\d)-(\\d{1,2}):([0-5]\\d)");

    /** @throws IllegalArgumentException when it is no part of a day */
    public Slot {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("No part of a day: " + from + " to " + to);
        }
    }

    /** A slot from words like {@code 08:30-12:00}; nothing when they say none. */
    public static Optional<Slot> parse(String words) {
        var match = WORDS.matcher(words.strip().replace('：', ':').replaceAll("[—–~～至]", "-"));
        if (!match.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2));
        int to = Integer.parseInt(match.group(3)) * 60 + Integer.parseInt(match.group(4));
        return from < to && to <= DAY ? Optional.of(new Slot(from, to)) : Optional.empty();
    }

    LocalDateTime startOn(LocalDate day) {
        return day.atStartOfDay().plusMinutes(from);
    }

    LocalDateTime endOn(LocalDate day) {
        return day.atStartOfDay().plusMinutes(to);
    }

    Optional<Slot> beforeNoon() {
        return from < NOON ? Optional.of(new Slot(from, Math.min(to, NOON))) : Optional.empty();
    }

    Optional<Slot> afterNoon() {
        return to > NOON ? Optional.of(new Slot(Math.max(from, NOON), to)) : Optional.empty();
    }

    int minutes() {
        return to - from;
    }

    /** As 08:30-12:00. */
    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}
