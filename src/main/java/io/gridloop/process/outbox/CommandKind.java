package io.gridloop.process.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What gridloop tells the engine: messages, and what people did with user tasks. A message's time to live says how long
 * the engine keeps it.
 *
 * <p>Within that time the engine refuses a second message of the same id, which makes a repeated sending harmless, and
 * a deadline moved, or a case withdrawn, just before its process listens still arrives. A repeated start lives for no time at all: with a
 * process instance of the same key alive it is dropped. Kept, it would start the case a second time when that
 * instance ends.
 */
public enum CommandKind {
    START_CASE("Msg_CaseReported", Duration.ofMinutes(10)),
    START_CASE_AGAIN("Msg_CaseReported", Duration.ZERO),
    WITHDRAW_CASE("Msg_CaseWithdrawn", Duration.ofMinutes(10)),
    MOVE_DEADLINE("Msg_DeadlineMoved", Duration.ofMinutes(10)),
    ORDER_SUPERVISION("Msg_SupervisionOrdered", Duration.ofMinutes(10)),
    RAISE_SUPERVISION("Msg_SupervisionRaised", Duration.ofMinutes(10)),
    CANCEL_SUPERVISION("Msg_SupervisionCancelled", Duration.ofMinutes(10)),
    BLOW_WHISTLE("Msg_WhistleBlown", Duration.ofMinutes(10)),
    COMPLETE_TASK,
    ASSIGN_TASK;

    private final @Nullable String message;
    private final Duration timeToLive;

    CommandKind() {
        this(null, Duration.ZERO);
    }

    CommandKind(@Nullable String message, Duration timeToLive) {
        this.message = message;
        this.timeToLive = timeToLive;
    }

    /** Name of the message in the diagrams; null for a command to a user task. */
    public @Nullable String message() {
        return message;
    }

    /** How long the engine keeps a message that nobody waits for. */
    public Duration timeToLive() {
        return timeToLive;
    }
}
