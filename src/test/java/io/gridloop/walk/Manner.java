package io.gridloop.walk;

import java.util.Random;

/** How people answer a task. */
enum Manner {
    /** Whoever has it gives a valid answer. */
    PROPER(72),
    /** Whoever has it gives an answer that must come back. */
    INVALID(12),
    /** Somebody else completes it in the engine; it must come back. */
    STRANGER(6),
    /** Somebody else tries it at the desk, which must not let them. */
    STRANGER_AT_DESK(3),
    /** A valid answer, and somebody acts on a page at the same moment. */
    TOGETHER(7);

    private final int percent;

    Manner(int percent) {
        this.percent = percent;
    }

    static Manner drawn(Random random) {
        int drawn = random.nextInt(100);
        for (var manner : values()) {
            drawn -= manner.percent;
            if (drawn < 0) {
                return manner;
            }
        }
        return PROPER;
    }
}
