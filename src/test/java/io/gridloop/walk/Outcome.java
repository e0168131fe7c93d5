package io.gridloop.walk;

import static org.awaitility.Awaitility.await;

import io.gridloop.cases.Resolution;
import io.gridloop.process.reconcile.Broken;
import io.gridloop.process.reconcile.Invariants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a walk ended, as PostgreSQL and the engine's records have it.
 *
 * @param ended cases in PostgreSQL that are closed with a resolution, without the parts of those that were split
 * @param resolutions how often each end is the last one of a case
 * @param ends ends of cases, those that were taken up again included; nobody is told of the end of a part
 * @param told how often residents were told of an end
 * @param toldWrongly ends of which somebody was told not once
 * @param effects steps that had an effect
 * @param effectsTwice steps of a case that are in its history more often than they had an effect
 */
record Outcome(Walk.Result walk, long ended, Map<Resolution, Long> resolutions, long ends, long told,
        long toldWrongly, long effects, long effectsTwice, Set<Long> instancesLeft, List<String> incidents,
        List<Broken> broken,
        Coverage coverage, OldTimers timers) {

    private static final Duration LAG = Duration.ofMinutes(3);
    private static final Duration SWEEP_GRACE = Duration.ofSeconds(30);

    private static final String ENDS = "select coalesce(sum(reopened), 0) + count(*) filter (where state = 'CLOSED') from grid_case where parent_id is null";
    private static final String TOLD = "select count(*) from resident_message where occasion like 'closed%'";
    private static final String TOLD_WRONGLY = """
            select coalesce(sum(abs(ends - told)), 0) from (
                select c.reopened + case c.state when 'CLOSED' then 1 else 0 end ends,
                       (select count(*) from resident_message m where m.case_id = c.id and m.occasion like 'closed%') told
                  from grid_case c where c.parent_id is null) each_case""";
    private static final String TWICE = """
            select count(*) from (
                select case_id, element, count(*) visits from case_effect group by case_id, element) f
             where (select count(*) from case_entry e where e.case_id = f.case_id and e.element = f.element) > f.visits""";

    static Outcome of(Walk.Result walk, ApplicationContext gridloop, EngineRecords records) {
        var jdbc = gridloop.getBean(JdbcClient.class);
        awaitNothingLeft(records, jdbc);
        return new Outcome(walk,
                count(jdbc,
                        "select count(*) from grid_case where state = 'CLOSED' and resolution is not null and parent_id is null"),
                resolutions(jdbc), count(jdbc, ENDS), count(jdbc, TOLD), count(jdbc, TOLD_WRONGLY),
                count(jdbc, "select count(*) from case_effect"), count(jdbc, TWICE), records.instancesLeft(),
                records.incidents(), gridloop.getBean(Invariants.class).check(Duration.ofSeconds(-1)),
                Coverage.of(records), OldTimers.in(Journal.read(jdbc), records.fired(), SWEEP_GRACE));
    }

    private static void awaitNothingLeft(EngineRecords records, JdbcClient jdbc) {
        try {
            await().atMost(LAG).pollInterval(Duration.ofSeconds(3)).until(() -> records.instancesLeft().isEmpty()
                    && count(jdbc, "select count(*) from engine_command") == 0);
        } catch (ConditionTimeoutException e) {
            // The figures say what is left.
        }
    }

    private static Map<Resolution, Long> resolutions(JdbcClient jdbc) {
        var resolutions = new TreeMap<Resolution, Long>();
        jdbc.sql("select resolution, count(*) from grid_case where resolution is not null group by resolution")
                .query(row -> {
                    resolutions.put(Resolution.valueOf(row.getString(1)), row.getLong(2));
                });
        return resolutions;
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
