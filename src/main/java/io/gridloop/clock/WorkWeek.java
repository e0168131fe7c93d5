package io.gridloop.clock;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The working slots of an ordinary week; a day without an entry is free. */
public record WorkWeek(Map<DayOfWeek, List<Slot>> slots) {

    /** @throws IllegalArgumentException when nobody ever works, or slots of a day overlap or are out of order */
    public WorkWeek {
        slots = Map.copyOf(slots);
        if (slots.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A week needs working time");
        }
        slots.values().forEach(WorkWeek::requireOrder);
    }

    /** The same slots on each of these days. */
    static WorkWeek of(List<DayOfWeek> days, List<Slot> slots) {
        var week = new EnumMap<DayOfWeek, List<Slot>>(DayOfWeek.class);
        days.forEach(day -> week.put(day, slots));
        return new WorkWeek(week);
    }

    List<Slot> on(DayOfWeek day) {
        return slots.getOrDefault(day, List.of());
    }

    /** What a make-up day has: the slots of its own day of the week, else those of the first working day. */
    List<Slot> madeUpOn(DayOfWeek day) {
        return on(day).isEmpty() ? usual() : on(day);
    }

    List<Slot> usual() {
        return Arrays.stream(DayOfWeek.values()).map(this::on).filter(all -> !all.isEmpty()).findFirst().orElseThrow();
    }

    /** As 08:30-12:00、14:30-18:00. */
    String usualWords() {
        return usual().stream().map(Slot::toString).collect(Collectors.joining("、"));
    }

    private static void requireOrder(List<Slot> day) {
        for (int i = 1; i < day.size(); i++) {
            if (day.get(i).from() < day.get(i - 1).to()) {
                throw new IllegalArgumentException("Slots overlap: " + day);
            }
        }
    }
}
