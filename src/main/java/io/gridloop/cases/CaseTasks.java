package io.gridloop.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of user tasks. */
@Repository
class CaseTasks {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a visit; a repeated job renews it as long as nobody answered. */
    void open(Step step, Instance instance, String assignee, String variables) {
        jdbc.sql("""
                insert into case_task (element_instance_key, case_id, element, process_instance_key, process_id,
                                       process_version, assignee, opened_at, variables, state, part)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'OPEN', ?)
                on conflict (element_instance_key) do update
                set assignee = excluded.assignee, variables = excluded.variables where case_task.state = 'OPEN'""")
                .params(step.elementInstanceKey(), step.caseId(), step.element(), instance.key(),
                        instance.processId(), instance.version(), assignee, now(), variables, step.part())
                .update();
    }

    Optional<CaseTask> find(long elementInstanceKey) {
        return jdbc.sql("select * from case_task where element_instance_key = ?").param(elementInstanceKey)
                .query((row, i) -> task(row)).optional();
    }

    /** The visit that came last, of those for this part. */
    Optional<CaseTask> last(long caseId, String element, long part) {
        return jdbc.sql("""
                select * from case_task where case_id = ? and element = ? and part = ?
                order by opened_at desc, element_instance_key desc limit 1""")
                .params(caseId, element, part)
                .query((row, i) -> task(row)).optional();
    }

    /** The open tasks of these people, or of everybody when nobody is named. */
    List<CaseTask> openOf(Collection<String> assignees) {
        return jdbc.sql(
                "select * from case_task where state = 'OPEN' and (:all or assignee in (:assignees)) order by case_id")
                .param("all", assignees.isEmpty())
                .param("assignees", assignees.isEmpty() ? List.of("") : assignees)
                .query((row, i) -> task(row)).list();
    }

    /** The visits of a case that are not over. */
    List<CaseTask> leftOf(long caseId) {
        return jdbc.sql("select * from case_task where case_id = ? and state <> 'CLOSED' order by element_instance_key")
                .param(caseId).query((row, i) -> task(row)).list();
    }

    /** The process instances of the visits since the last start of a case. */
    List<Long> instances(long caseId) {
        return jdbc.sql("""
                select distinct process_instance_key from case_task
                where case_id = :caseId and opened_at >= (select max(at) from case_entry
                                                  where case_id = :caseId and element = 'StartEvent_CaseReported')""")
                .param("caseId", caseId).query(Long.class).list();
    }

    /** What was answered at the desk: a JSON object. */
    String answerOf(long elementInstanceKey) {
        return jdbc.sql("select answer from case_task where element_instance_key = ?").param(elementInstanceKey)
                .query(String.class).single();
    }

    /** Stores an answer; false when the task is not open any more. */
    boolean answer(long elementInstanceKey, String login, String answer, String mark) {
        return jdbc.sql("""
                update case_task set state = 'ANSWERED', answer = ?::jsonb, answered_by = ?, answered_at = ?,
                                     answer_mark = ?
                where element_instance_key = ? and state = 'OPEN'""")
                .params(answer, login, now(), mark, elementInstanceKey)
                .update() == 1;
    }

    /**
     * Opens an answered visit again, with the answer in its form and what is wrong with it; false when the answer of
     * this mark is not its last one.
     */
    boolean reopen(long elementInstanceKey, String mark, String variable, String problem) {
        return jdbc.sql("""
                update case_task set state = 'OPEN', answer = null, answered_by = null, answered_at = null,
                                     answer_mark = null,
                                     variables = variables || jsonb_build_object(cast(:variable as text), answer,
                                                                                 'formProblem', cast(:problem as text))
                where element_instance_key = :key and answer_mark = :mark and state = 'ANSWERED'""")
                .param("variable", variable).param("problem", problem).param("key", elementInstanceKey)
                .param("mark", mark).update() == 1;
    }

    void reassign(long elementInstanceKey, String assignee) {
        jdbc.sql("update case_task set assignee = ? where element_instance_key = ? and state = 'OPEN'")
                .params(assignee, elementInstanceKey)
                .update();
    }

    /** Closes a visit; one that is closed keeps its time. */
    Optional<CaseTask> close(long elementInstanceKey) {
        return jdbc.sql("""
                update case_task set state = 'CLOSED', closed_at = coalesce(closed_at, ?)
                where element_instance_key = ? returning *""")
                .params(now(), elementInstanceKey)
                .query((row, i) -> task(row)).optional();
    }

    /** Closes what is left of a case's tasks, at one element or, with null, at all; returns them. */
    List<CaseTask> closeAll(long caseId, @Nullable String element) {
        return jdbc.sql("""
                update case_task set state = 'CLOSED', closed_at = :now
                where case_id = :caseId and state <> 'CLOSED' and (cast(:element as varchar) is null or element = :element)
                returning *""")
                .param("now", now()).param("caseId", caseId).param("element", element)
                .query((row, i) -> task(row)).list();
    }

    /** The visits answered at the desk that the process instance ended, and nothing has followed in the case since. */
    List<CaseTask> unjudged(long caseId) {
        return jdbc.sql("""
                select * from case_task t
                where case_id = ? and state = 'CLOSED' and completed_by = answered_by
                  and not exists (select 1 from case_effect e where e.case_id = t.case_id and e.at >= t.closed_at)""")
                .param(caseId).query((row, i) -> task(row)).list();
    }

    /** A visit, as long as nobody has completed another task of its case since. */
    Optional<CaseTask> findLast(long elementInstanceKey) {
        return jdbc.sql("""
                select * from case_task t
                where element_instance_key = ?
                  and not exists (select 1 from case_task done
                                  where done.case_id = t.case_id and done.completed_by is not null
                                    and done.closed_at >= t.closed_at
                                    and done.element_instance_key <> t.element_instance_key)""")
                .param(elementInstanceKey).query((row, i) -> task(row)).optional();
    }

    void completed(long elementInstanceKey, String login, boolean verified) {
        jdbc.sql("update case_task set completed_by = ?, verified = ? where element_instance_key = ?")
                .params(login, verified, elementInstanceKey)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static CaseTask task(ResultSet row) throws SQLException {
        return new CaseTask(row.getLong("element_instance_key"), row.getLong("case_id"), row.getString("element"),
                row.getLong("part"),
                row.getLong("process_instance_key"), row.getString("assignee"),
                Rows.required(row, "opened_at"), row.getString("variables"),
                CaseTask.State.valueOf(row.getString("state")), row.getString("answer_mark"),
                row.getString("answered_by"), Rows.instant(row, "answered_at"), row.getString("completed_by"),
                row.getBoolean("verified"), Rows.instant(row, "closed_at"));
    }
}
