package io.gridloop.process.outbox;

/**
 * How many commands are sent at once. An engine that is busy refuses what is beyond its limit, and one that is away
 * refuses all: a full batch would be refused nearly whole again and again, and what was refused would wait longer and
 * longer. So the width is halved, down to one, when anything is refused, and grows by two when all was taken.
 */
final class PromptWidth {

    private static final int STEP = 2;

    private final int most;
    private volatile int width;

    PromptWidth(int most) {
        this.most = most;
        this.width = most;
    }

    int now() {
        return width;
    }

    void answered(boolean pushedBack) {
        width = pushedBack ? Math.max(1, width / 2) : Math.min(most, width + STEP);
    }
}
