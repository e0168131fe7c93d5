package io.gridloop.cases;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody is supervised (督办类型). */
public enum SupervisionKind {
    OVERDUE("超期"),
    LEADER("领导交办"),
    KEY("重点事项");

    private final String label;

    SupervisionKind(String label) {
        this.label = label;
    }

    /** The kind in Chinese. */
    public String label() {
        return label;
    }

    /** The kind with this name, or nothing when there is none. */
    static Optional<SupervisionKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
