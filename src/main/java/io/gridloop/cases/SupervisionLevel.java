package io.gridloop.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ladder of supervision, from the mildest step to the hardest (督办分级：催办、督办、黄牌、红牌). */
public enum SupervisionLevel {
    URGE("催办"),
    SUPERVISE("督办"),
    YELLOW("黄牌"),
    RED("红牌");

    private final String label;

    SupervisionLevel(String label) {
        this.label = label;
    }

    /** The step in Chinese. */
    public String label() {
        return label;
    }

    /** The step with this name, or nothing when there is none. */
    static Optional<SupervisionLevel> of(String name) {
        return Arrays.stream(values()).filter(level -> level.name().equals(name)).findFirst();
    }

    /** The next step up; a red card has none. */
    SupervisionLevel next() {
        return values()[Math.min(ordinal() + 1, RED.ordinal())];
    }

    /** This step and all above it. */
    List<SupervisionLevel> upwards() {
        return Arrays.stream(values()).filter(level -> level.ordinal() >= ordinal()).toList();
    }
}
