package io.gridloop.desk;

import org.jspecify.annotations.Nullable;

/**
 * What became of an answer that waited on a phone.
 *
 * @param outcome whether it counts
 * @param reason what had happened meanwhile, in Chinese, when it was only noted
 * @param repeated whether this was known before
 */
record Outcome(What outcome, @Nullable String reason, boolean repeated) {

    enum What {
        /** As if it had been submitted by the page of the task. */
        TAKEN,
        /** The case had changed: its history keeps the answer, nothing else follows from it. */
        NOTED
    }

    static Outcome taken() {
        return new Outcome(What.TAKEN, null, false);
    }

    static Outcome noted(String reason) {
        return new Outcome(What.NOTED, reason, false);
    }
}
