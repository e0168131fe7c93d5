package io.gridloop.clock;

import java.util.Arrays;
import java.util.Optional;

/** In what a limit is counted. */
public enum LimitUnit {
    WORKING_HOUR("workingHour", "工作时"),
    WORKING_DAY("workingDay", "工作日"),
    NATURAL_DAY("naturalDay", "自然日");

    private final String code;
    private final String label;

    LimitUnit(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The value used by decision tables, for example {@code workingHour}. */
    public String code() {
        return code;
    }

    /** The Chinese name of the unit, for people. */
    public String label() {
        return label;
    }

    /** The unit with this code, or nothing when there is none. */
    public static Optional<LimitUnit> of(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
    }
}
