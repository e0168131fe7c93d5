package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine's door needs to know of cases to find those that the engine lost. Keys of an engine that is lost as a
 * whole are kept as negative numbers, because the next engine gives the same keys to others.
 */
@Service
public class EngineLinks {

    /** More than the keys of 63 partitions; 63 engines fit below zero. */
    private static final long KEYS_OF_AN_ENGINE = 1L << 57;

    /** The engine's smallest key; what else effects are counted by is smaller. */
    private static final long FIRST_KEY = 1L << 51;

    private final Cases cases;
    private final Effects effects;
    private final History history;
    private final TaskEnds ends;
    private final Beside beside;
    private final UnheardAnswers unheard;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EngineLinks(
            Cases cases, Effects effects, History history, TaskEnds ends, Beside beside,
            UnheardAnswers unheard, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.effects = effects;
        this.history = history;
        this.ends = ends;
        this.beside = beside;
        this.unheard = unheard;
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
     * Open cases with a process instance whose last step is older than {@code idle}, or whose engine is lost; those
     * handed out longest ago first, so that repeated calls, also from several instances of this application, go round all of them.
     */
    @Transactional
    public List<LinkedCase> open(Duration idle, int max) {
        return jdbc.sql("""
                with turn as (
                    select id from grid_case
                    where state <> 'CLOSED' and process_instance_key is not null
                      and (moved_at < ? or process_instance_key < 0)
                    order by process_instance_key < 0 desc, checked_at nulls first, id limit ? for update skip locked)
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

    /**
     * The engine is lost as a whole: what it had is gone for whoever looks.
     *
     * @param generation how many engines were lost, 1 to 63
     */
    @Transactional
    public void forgetEngine(int generation) {
        long away = generation * KEYS_OF_AN_ENGINE;
        jdbc.sql("update grid_case set process_instance_key = process_instance_key - ? where process_instance_key > 0")
                .param(away).update();
        jdbc.sql("""
                update case_task set element_instance_key = element_instance_key - :away,
                                     process_instance_key = process_instance_key - :away
                where element_instance_key > 0""").param("away", away).update();
        jdbc.sql("update case_effect set round = round - ? where round >= ?").params(away, FIRST_KEY).update();
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

    private void takeUp(Case it) {
        if (it.withdrawn()) {
            it.restart();
        } else {
            int before = it.run();
            it.resume();
            beside.carry(it, before);
        }
    }

    /**
     * Starts another process instance for an open case: run + 1; the instance takes the case up where it stands, see
     * {@link Registering#resume}. Publishes {@link CaseReported}, and {@link CaseWithdrawn} when it was withdrawn.
     *
     * @param lost the process instance that the engine does not have; null when none has answered yet
     * @return false for a case that meanwhile was closed or has another instance: it is left alone
     */
    @Transactional
    public boolean restart(long caseId, @Nullable Long lost, String reason) {
        var it = effects.lock(caseId);
        if (it.state() == CaseState.CLOSED || !Objects.equals(it.processInstanceKey(), lost)) {
            return false;
        }
        takeUp(it);
        unheard.keep(it, ends.closeForNextRun(it));
        it.touch(clock.instant());
        history.write(it, "StartEvent_CaseReported", Actor.SYSTEM, null, "重新启动流程（第%d次）：%s".formatted(it.run(), reason));
        events.publishEvent(new CaseReported(it.id(), it.caseNumber(), it.run()));
        if (it.withdrawn()) {
            events.publishEvent(new CaseWithdrawn(it.id(), it.run()));
        } else {
            beside.tellAgain(it);
        }
        return true;
    }
}
