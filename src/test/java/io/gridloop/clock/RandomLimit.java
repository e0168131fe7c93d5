package io.gridloop.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A limit that runs, by chance, and a pause in it.
 *
 * @param pausedAt whole minutes, like all times here; not before {@code from}
 */
record RandomLimit(WorkingCalendar calendar, LocalDateTime from, Limit limit, LocalDateTime pausedAt,
        LocalDateTime resumedAt) {

    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 1, 0, 0);

    static RandomLimit of(RandomGenerator random) {
        var unit = LimitUnit.values()[random.nextInt(3)];
        var from = FIRST.plusMinutes(random.nextInt(1_000 * 1_440));
        var pausedAt = from.plusMinutes(random.nextInt(8 * 1_440));
        return new RandomLimit(calendar(random), from,
                new Limit(1 + random.nextInt(unit == LimitUnit.WORKING_HOUR ? 40 : 12), unit), pausedAt,
                pausedAt.plusMinutes(random.nextInt(random.nextBoolean() ? 600 : 6 * 1_440)));
    }

    RandomLimit withoutPause() {
        return new RandomLimit(calendar, from, limit, pausedAt, pausedAt);
    }

    /** Whether the clock stands while this minute passes: what ends with it does not count. */
    boolean stopped(LocalDateTime minute) {
        return !minute.isBefore(pausedAt) && minute.isBefore(resumedAt);
    }

    private static WorkingCalendar calendar(RandomGenerator random) {
        return random.nextBoolean() ? CountyCalendar.SHIPPED : invented(random);
    }

    private static WorkingCalendar invented(RandomGenerator random) {
        var days = new HashMap<LocalDate, SpecialDay>();
        for (int i = random.nextInt(300); i > 0; i--) {
            var day = FIRST.toLocalDate().plusDays(random.nextInt(1_200));
            days.put(day, new SpecialDay(day, DayKind.values()[random.nextInt(4)], "样例"));
        }
        var workdays = new ArrayList<>(Arrays.asList(DayOfWeek.values()));
        for (int i = random.nextInt(6); i > 0; i--) {
            workdays.remove(random.nextInt(workdays.size()));
        }
        return new WorkingCalendar(WorkWeek.of(workdays, slots(random)), days, new TreeSet<>(List.of(2024, 2025)));
    }

    /** In steps of five minutes, so that fifths are whole minutes; at times around the clock. */
    private static List<Slot> slots(RandomGenerator random) {
        if (random.nextInt(8) == 0) {
            return List.of(new Slot(0, 1_440));
        }
        var ends = new TreeSet<Integer>();
        while (ends.size() < (random.nextBoolean() ? 4 : 2)) {
            ends.add(5 * random.nextInt(289));
        }
        var sorted = List.copyOf(ends);
        return sorted.size() < 4
                ? List.of(new Slot(sorted.get(0), sorted.get(1)))
                : List.of(new Slot(sorted.get(0), sorted.get(1)), new Slot(sorted.get(2), sorted.get(3)));
    }
}
