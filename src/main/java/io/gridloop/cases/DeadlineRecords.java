package io.gridloop.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that a deadline comes near or is past, once for each version of the deadline, whichever clock says so first.
 * What is said of an earlier deadline, or of a case that is no longer being handled, has no effect.
 */
@Service
public class DeadlineRecords {

    private final Effects effects;
    private final History history;
    private final Notices notices;
    private final Times times;
    private final Clock clock;

    DeadlineRecords(Effects effects, History history, Notices notices, Times times, Clock clock) {
        this.effects = effects;
        this.history = history;
        this.notices = notices;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Four fifths of the time are over.
     *
     * @param round the round the timer was set for
     * @param warnAt the time the timer was set for, ISO-8601; null stands for the present one
     */
    @Transactional
    public void warn(long caseId, int round, @Nullable String warnAt) {
        recordOnce(caseId, "Task_RecordWarning", round, it -> Times.same(warnAt, it.watch().warnAt()),
                it -> {
                    history.write(it, "Task_RecordWarning", Actor.SYSTEM, null, "预警：时限将至，%s到期".formatted(due(it)));
                    notices.tellHandler(it, "warning#" + it.watch().version(),
                            "时限已用去八成，%s到期，请抓紧办理。".formatted(due(it)));
                });
    }

    /**
     * The deadline is past.
     *
     * @param round the round the timer was set for
     * @param dueAt the time the timer was set for, ISO-8601; null stands for the present one
     */
    @Transactional
    public void overdue(long caseId, int round, @Nullable String dueAt) {
        recordOnce(caseId, "Task_RecordOverdue", round, it -> Times.same(dueAt, it.watch().dueAt()), it -> {
            it.markOverdue(clock.instant());
            history.write(it, "Task_RecordOverdue", Actor.SYSTEM, null, "超期：应于%s办结，已交督办".formatted(due(it)));
            notices.tellHandler(it, "overdue#" + it.watch().version(),
                    "已超期，应于%s办结，已交督办，请马上办理。".formatted(due(it)));
        });
    }

    private void recordOnce(
            long caseId, String element, int round, Predicate<Case> present, Consumer<Case> effect) {
        var locked = effects.lock(caseId);
        if (locked.state() != CaseState.HANDLING || locked.decided() != null || locked.round() != round
                || !present.test(locked)) {
            return;
        }
        effects.once(caseId, element, it -> it.watch().version(), it -> {
            effect.accept(it);
            return Results.of();
        });
    }

    private String due(Case it) {
        var dueAt = it.watch().dueAt();
        return dueAt == null ? "" : times.words(dueAt);
    }
}
