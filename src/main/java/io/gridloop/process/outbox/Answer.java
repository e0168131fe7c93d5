package io.gridloop.process.outbox;

import io.gridloop.process.engine.Verdict;
import io.gridloop.process.engine.Verdicts;
import org.jspecify.annotations.Nullable;

/** What the engine said to a command; {@code problem} is at most 300 characters, empty when all is well. */
record Answer(Verdict verdict, String problem) {

    private static final int LENGTH = 300;

    static Answer of(@Nullable Throwable error) {
        String text = error == null ? "" : String.valueOf(error.getMessage());
        return new Answer(Verdicts.of(error), text.substring(0, Math.min(LENGTH, text.length())));
    }
}
