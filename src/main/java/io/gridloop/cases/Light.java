package io.gridloop.cases;

import java.time.Instant;

/** How near a deadline is. */
public enum Light {

    /** Less than four fifths of the time are used. */
    GREEN("时限内"),
    /** Less than a fifth of the time is left. */
    YELLOW("临近时限"),
    /** The deadline is past. */
    RED("已超时");

    private final String label;

    Light(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }

    /** The light at {@code now} for a deadline that warns at {@code warnAt}. */
    static Light at(Instant now, Instant warnAt, Instant dueAt) {
        if (!now.isBefore(dueAt)) {
            return RED;
        }
        return now.isBefore(warnAt) ? GREEN : YELLOW;
    }
}
