package io.gridloop.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties a case to the process instance that works on it. */
@Service
public class Registering {

    private final Effects effects;
    private final History history;
    private final Sampling sampling;
    private final Resuming resuming;
    private final JdbcClient jdbc;

    Registering(Effects effects, History history, Sampling sampling, Resuming resuming, JdbcClient jdbc) {
        this.effects = effects;
        this.history = history;
        this.sampling = sampling;
        this.resuming = resuming;
        this.jdbc = jdbc;
    }

    /**
     * Gives the case to a process instance, once for each run.
     *
     * @return {@code classified}, {@code handledOnSpot}, {@code category}, {@code round}, {@code emergencyLine} and {@code inspectionDrawn}; empty when the case is closed, has another run
     *     or belongs to another instance, so that this instance is one too many
     */
    @Transactional
    public Optional<Map<String, @Nullable Object>> register(Step step, int run, long processInstanceKey) {
        if (!effects.lock(step.caseId()).takes(run, processInstanceKey)) {
            return Optional.empty();
        }
        return Optional.of(effects.onceEvenWithdrawn(step, it -> {
            it.register(processInstanceKey);
            history.write(it, step.element(), Actor.SYSTEM, null, "流程已启动（第%d次）%s".formatted(run, from(it)));
            return Results.of("classified", it.classified(), "handledOnSpot", it.solvedOnSpot(),
                    "category", it.category(), "round", it.round(), "emergencyLine", it.emergencyLine(),
                    "inspectionDrawn", sampling.inspected(it.id()));
        }));
    }

    /** @throws LeftBehindException when another run has taken the case up since this one */
    @Transactional(readOnly = true)
    public void requireCurrent(long caseId, int run) {
        if (jdbc.sql("select exists (select 1 from grid_case where id = ? and run > ?)").params(caseId, run)
                .query(Boolean.class).single()) {
            throw new LeftBehindException(caseId, run);
        }
    }

    /** Where the instance that has the case now goes on with it; empty for the beginning. */
    @Transactional
    public Optional<Resumption> resume(long caseId) {
        return resuming.of(effects.lock(caseId));
    }

    private static String from(Case it) {
        return ResumePoint.of(it).map(point -> "，从“%s”继续".formatted(point.label())).orElse("");
    }

    /** Notes the version of the main diagram that the case runs on, and keeps to its end. */
    @Transactional
    public void runsOn(long caseId, int processVersion) {
        jdbc.sql("update grid_case set process_version = ? where id = ?").params(processVersion, caseId).update();
    }
}
