package io.gridloop.clock;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a day differs from an ordinary day of the week. */
public enum DayKind {
    /** Nobody works. */
    OFF("放假") {
        @Override
        List<Slot> of(List<Slot> usual) {
            return List.of();
        }
    },
    /** People work, also on a weekend: a make-up day. */
    WORK("上班") {
        @Override
        List<Slot> of(List<Slot> usual) {
            return usual;
        }
    },
    /** People work before noon. */
    MORNING("上午上班") {
        @Override
        List<Slot> of(List<Slot> usual) {
            return usual.stream().flatMap(slot -> slot.beforeNoon().stream()).toList();
        }
    },
    /** People work after noon. */
    AFTERNOON("下午上班") {
        @Override
        List<Slot> of(List<Slot> usual) {
            return usual.stream().flatMap(slot -> slot.afterNoon().stream()).toList();
        }
    };

    private final String label;

    DayKind(String label) {
        this.label = label;
    }

    /** The Chinese word, the same in calendar files. */
    public String label() {
        return label;
    }

    /** The kind that a calendar file calls by this word. */
    public static Optional<DayKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    abstract List<Slot> of(List<Slot> usual);
}
