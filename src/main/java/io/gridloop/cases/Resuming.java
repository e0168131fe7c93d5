package io.gridloop.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads a new process instance to where PostgreSQL has the case, with the variables that the way there would have set. */
@Component
class Resuming {

    /** Under this name the last answers of the decision tables, or of the dispatcher, are remembered. */
    static final String DISPATCH = "Dispatch";

    private final Effects effects;
    private final Times times;

    Resuming(Effects effects, Times times) {
        this.effects = effects;
        this.times = times;
    }

    /** Empty for a case that begins at the beginning. */
    Optional<Resumption> of(Case it) {
        return ResumePoint.of(it).map(point -> new Resumption(point.element(), variables(it)));
    }

    private Map<String, @Nullable Object> variables(Case it) {
        var last = effects.remembered(it.id(), DISPATCH);
        boolean returned = it.state() == CaseState.ASSIGNING && it.dispatched();
        boolean rework = it.state() == CaseState.HANDLING && !it.dispatched();
        return Results.of("round", it.round(), "category", it.category(), "handlingLevel", it.handlingLevel(),
                "route", last.get("route"), "limit", last.get("limit"),
                "handlingResult", returned ? "returned" : null, "verificationResult", rework ? "rework" : null,
                "watchKey", it.watch().key(), "warnAt", iso(it.watch().warnAt()), "dueAt", iso(it.watch().dueAt()));
    }

    /** While its clock stands still a case has no deadline, and its watch one that never comes. */
    private String iso(@Nullable Instant instant) {
        return times.iso(instant == null ? times.never() : instant);
    }
}
