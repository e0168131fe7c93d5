package io.gridloop.cases;

import io.gridloop.clock.LimitUnit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines as people move them from the page of a case. */
@Service
public class Deadlines {

    private static final Duration FARTHEST = Duration.ofDays(365);

    private final CaseScope scope;
    private final Effects effects;
    private final Moving moving;
    private final Warnings warnings;
    private final Actors actors;
    private final Times times;
    private final Clock clock;

    Deadlines(CaseScope scope, Effects effects, Moving moving, Warnings warnings, Actors actors, Times times,
            Clock clock) {
        this.scope = scope;
        this.effects = effects;
        this.moving = moving;
        this.warnings = warnings;
        this.actors = actors;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Gives a case that is being handled another deadline and publishes {@link DeadlineMoved}.
     *
     * @param caseNumber in the scope of who moves it
     * @param newDueAt later than now and within a year
     * @param reason 2 to 500 characters
     * @return why it cannot be done, in Chinese; empty when it was done
     */
    @Transactional
    public Optional<String> move(String caseNumber, Instant newDueAt, String reason, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        var why = reason.strip();
        return Problems.first(
                () -> Problems.unless(found.isPresent(), "没有这个案件。"),
                () -> Problems.unless(movable(found.orElseThrow()), "只有处置中的案件可以调整时限。"),
                () -> Problems.unless(found.orElseThrow().watch().suspendedUntil() == null, "案件已挂账，请先恢复计时。"),
                () -> Problems.unless(newDueAt.isAfter(clock.instant()), "新的时限必须晚于现在。"),
                () -> Problems.unless(newDueAt.isBefore(clock.instant().plus(FARTHEST)), "新的时限最多在一年以内。"),
                () -> Problems.text("调整理由", why, 2, 500))
                .or(() -> {
                    move(found.orElseThrow(), Instant.ofEpochMilli(newDueAt.toEpochMilli()), why, byLogin);
                    return Optional.empty();
                });
    }

    /** Whether a case is being handled, so that its deadline can be moved. */
    @Transactional(readOnly = true)
    public boolean movable(String caseNumber, String byLogin) {
        return scope.find(caseNumber, byLogin).filter(Deadlines::movable).isPresent();
    }

    private static boolean movable(Case it) {
        return it.beingHandled();
    }

    private void move(Case it, Instant newDueAt, String reason, String byLogin) {
        var due = times.words(newDueAt);
        moving.move(it, warnings.of(it, newDueAt, LimitUnit.WORKING_HOUR, List.of()), actors.named(byLogin),
                "办理时限调整至%s。".formatted(due),
                "时限调整至%s。理由：%s".formatted(due, reason));
    }
}
