package io.gridloop.cases;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a case the way it was decided. */
@Service
public class Closing {

    private final Effects effects;
    private final History history;
    private final Cases cases;
    private final Children children;
    private final TaskEnds ends;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closing(Effects effects, History history, Cases cases, Children children, TaskEnds ends,
            ApplicationEventPublisher events, Clock clock) {
        this.effects = effects;
        this.history = history;
        this.cases = cases;
        this.children = children;
        this.ends = ends;
        this.events = events;
        this.clock = clock;
    }

    /** Closes the case; a case is closed once, however often it is asked. Returns {@code resolution}. */
    @Transactional
    public Map<String, @Nullable Object> close(Step step) {
        return effects.onceEvenWithdrawn(step, it -> {
            if (it.state() != CaseState.CLOSED) {
                close(step, it);
            }
            return Results.of("resolution", Objects.requireNonNull(it.resolution()).name());
        });
    }

    /** What the resident is told of the last end of a case; empty before there was one. */
    @Transactional(readOnly = true)
    public Optional<Ending> told(long caseId) {
        return cases.findById(caseId).filter(it -> it.publicText() != null)
                .map(it -> new Ending(it.closing(), Objects.requireNonNull(it.publicText()), !it.split()));
    }

    private void close(Step step, Case it) {
        it.close(told(it) + children.summary(it), clock.instant());
        ends.closeLeft(it, null);
        var resolution = Objects.requireNonNull(it.resolution());
        history.write(it, step.element(), Actor.SYSTEM, "案件已结案：%s。".formatted(resolution.label()),
                "结案：" + resolution.label());
        events.publishEvent(new CaseClosed(it.id(), it.caseNumber(), resolution));
    }

    private static String told(Case it) {
        var decided = it.decided();
        if (decided == null) {
            throw new IllegalStateException(it.caseNumber() + " was not decided");
        }
        return switch (decided) {
            case SOLVED -> "您反映的事项已办结。处置结果：" + Masking.mask(String.valueOf(it.handlingResult()));
            case SOLVED_ON_SPOT -> "您反映的事项已当场办结。处理结果：" + Masking.mask(String.valueOf(it.onSpotResult()));
            case REFUSED, DUPLICATE, UNABLE, WITHDRAWN, EXPLAINED, REPEATED, PASSED_ON ->
                Objects.requireNonNull(it.decisionText());
        };
    }
}
