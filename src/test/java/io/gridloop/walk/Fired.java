package io.gridloop.walk;

import java.time.Instant;

/**
 * A timer of a deadline watch that went off in the engine.
 *
 * @param setFor the instant it was armed for, to the millisecond
 */
record Fired(long caseId, Instant setFor) {}
