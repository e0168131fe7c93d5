package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine's door needs to know of cases to find those that the engine lost. */
@Service
public class EngineLinks {

    private final Cases cases;
    private final Effects effects;
    private final History history;
    private final TaskEnds ends;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EngineLinks(
            Cases cases, Effects effects, History history, TaskEnds ends, JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.effects = effects;
        this.history = history;
        this.ends = ends;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Cases whose current run has no process instance since {@code olderThan}, oldest first, at most {@code max}.
     *
     * @param waiting ids of cases to leave out, because their start still waits to be sent
     */
    @Transactional(readOnly = true)
    public List<Unstarted> unstarted(Duration olderThan, int max, Collection<Long> waiting) {
        return jdbc.sql("""
                select id, case_number, run from grid_case
                where process_instance_key is null and state <> 'CLOSED' and moved_at < ? and id <> all (?)
                order by moved_at limit ?""")
                .params(clock.instant().minus(olderThan).atOffset(ZoneOffset.UTC), waiting.toArray(Long[]::new), max)
                .query((row, i) -> new Unstarted(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** How many imported cases are started and wait for the first answer of a person; not counted beyond {@code most}. */
    @Transactional(readOnly = true)
    public int importedAtFirstStep(int most) {
        return jdbc.sql("""
                select count(*) from (
                    select from grid_case where state in ('CLASSIFYING', 'ACCEPTING') and channel = 'IMPORT'
                    limit ?) waiting""").param(most).query(Integer.class).single();
    }

    /**
     * Open cases with a process instance whose last step is older than {@code idle}; those handed out longest ago
     * first, so that repeated calls, also from several instances of this application, go round all of them.
     */
    @Transactional
    public List<LinkedCase> open(Duration idle, int max) {
        return jdbc.sql("""
                with turn as (
                    select id from grid_case
                    where state <> 'CLOSED' and process_instance_key is not null and moved_at < ?
                    order by checked_at nulls first, id limit ? for update skip locked)
                update grid_case c set checked_at = ? from turn where c.id = turn.id
                returning c.id, c.case_number, c.run, c.process_instance_key, c.state""")
                .params(clock.instant().minus(idle).atOffset(ZoneOffset.UTC), max,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, i) -> linked(row))
                .list();
    }

    /**
     * Cases that were closed longer than {@code since} ago and whose process instance was not seen to be gone, oldest
     * first.
     */
    @Transactional(readOnly = true)
    public List<LinkedCase> ended(Duration since, int max) {
        return jdbc.sql("""
                select id, case_number, run, process_instance_key, state from grid_case
                where state = 'CLOSED' and (checked_at is null or checked_at < closed_at)
                  and process_instance_key is not null and closed_at < ?
                order by closed_at limit ?""")
                .params(clock.instant().minus(since).atOffset(ZoneOffset.UTC), max)
                .query((row, i) -> linked(row))
                .list();
    }

    /** Cases withdrawn longer than {@code since} ago that are still open, oldest first. */
    @Transactional(readOnly = true)
    public List<Unstarted> withdrawn(Duration since, int max) {
        return jdbc.sql("""
                select id, case_number, run from grid_case
                where decided = 'WITHDRAWN' and state <> 'CLOSED' and moved_at < ? order by moved_at limit ?""")
                .params(clock.instant().minus(since).atOffset(ZoneOffset.UTC), max)
                .query((row, i) -> new Unstarted(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** Those of them that have a process instance: it does not listen, or hangs. */
    @Transactional(readOnly = true)
    public List<LinkedCase> deaf(Duration since, int max) {
        return jdbc.sql("""
                select id, case_number, run, process_instance_key, state from grid_case
                where decided = 'WITHDRAWN' and state <> 'CLOSED' and moved_at < ?
                  and process_instance_key is not null order by moved_at limit ?""")
                .params(clock.instant().minus(since).atOffset(ZoneOffset.UTC), max)
                .query((row, i) -> linked(row))
                .list();
    }

    /** The engine has nothing left of a closed case. */
    @Transactional
    public void confirmEnd(long caseId) {
        jdbc.sql("update grid_case set checked_at = ? where id = ? and state = 'CLOSED'")
                .params(clock.instant().atOffset(ZoneOffset.UTC), caseId)
                .update();
    }

    private static LinkedCase linked(ResultSet row) throws SQLException {
        return new LinkedCase(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4),
                CaseState.valueOf(row.getString(5)));
    }

    /**
     * Starts an open case anew: run + 1, no process instance, back to {@link CaseState#REPORTED} with its category and
     * grid; publishes {@link CaseReported}, and {@link CaseWithdrawn} when it was withdrawn. A closed case is left
     * alone.
     */
    @Transactional
    public void restart(long caseId, String reason) {
        var it = effects.lock(caseId);
        if (it.state() == CaseState.CLOSED) {
            return;
        }
        it.restart();
        ends.closeLeft(it, null);
        it.touch(clock.instant());
        history.write(it, "StartEvent_CaseReported", Actor.SYSTEM, null, "重新启动流程（第%d次）：%s".formatted(it.run(), reason));
        events.publishEvent(new CaseReported(it.id(), it.caseNumber(), it.run()));
        if (it.withdrawn()) {
            events.publishEvent(new CaseWithdrawn(it.id(), it.run()));
        }
    }
}
