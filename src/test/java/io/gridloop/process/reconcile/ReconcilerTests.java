package io.gridloop.process.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.EngineLinks;
import io.gridloop.cases.LinkedCase;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.cases.TaskLinks;
import io.gridloop.cases.Tasks;
import io.gridloop.cases.Withdrawing;
import io.gridloop.notify.ResidentMessages;
import io.gridloop.process.Settings;
import io.gridloop.process.engine.Verdict;
import io.gridloop.process.outbox.Outbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = {
        "gridloop.territory.sample=true",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@Import({PostgresForTests.class, CaseWalk.class})
class ReconcilerTests {

    @Autowired
    Reporting reporting;

    @Autowired
    EngineLinks links;

    @Autowired
    TaskLinks tasks;

    @Autowired
    Tasks answers;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ResidentMessages messages;

    @Autowired
    CaseWalk walk;

    @Autowired
    Withdrawing withdrawing;

    private final EngineForTests engine = new EngineForTests();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long caseId;

    @BeforeEach
    void aReportedCaseWhoseStartWasSent() {
        caseId = reporting.accept(new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, null, null,
                "路面有积水", null, null, null, null, null, null, null, null, clock.instant())).caseId();
        jdbc.sql("delete from engine_command").update();
    }

    @Test
    void startsACaseAgainThatNeverStarted() {
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).containsExactly("START_CASE_AGAIN " + caseId + "#1");
    }

    @Test
    void doesNotStartACaseAgainWhileAStartWaits() {
        reconciler(Verdict.DONE).compare();
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).hasSize(1);
    }

    @Test
    void startsACaseAnewWhoseStartIsRepeatedInVain() {
        jdbc.sql("update grid_case set moved_at = moved_at - interval '1 hour' where id = ?").param(caseId).update();
        reconciler(Verdict.DONE).compare();
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).containsExactly("START_CASE " + caseId + "#2");
    }

    @Test
    void startsACaseAnewWhoseInstanceIsGone() {
        linkTheCase();
        reconciler(Verdict.GONE).compare();
        assertThat(commands()).containsExactly("START_CASE " + caseId + "#2");
        assertThat(meters.counter("gridloop.reconciler.restarted").count()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void leavesACaseAloneWhoseInstanceLivesOrIsNotKnown() {
        linkTheCase();
        reconciler(Verdict.DONE).compare();
        reconciler(Verdict.WAIT).compare();
        reconciler(Verdict.UNCLEAR).compare();
        assertThat(commands()).isEmpty();
    }

    @Test
    void cancelsAnInstanceThatOutlivesItsClosedCaseAndTellsTheResidentFirst() {
        long closed = walk.closed();
        reconciler(Verdict.DONE).compare();
        assertThat(engine.cancelled()).contains(closed * 10);
        assertThat(messages.of(closed)).hasSize(1);
        reconciler(Verdict.DONE).compare();
        assertThat(engine.cancelled()).containsOnlyOnce(closed * 10);
    }

    @Test
    void looksAgainAtAClosedCaseOfWhichTheEngineSaidNothing() {
        long closed = walk.closed();
        reconciler(Verdict.WAIT).compare();
        assertThat(links.ended(Duration.ofSeconds(-1), 1_000)).extracting(LinkedCase::caseId).contains(closed);
        reconciler(Verdict.GONE).compare();
        assertThat(links.ended(Duration.ofSeconds(-1), 1_000)).extracting(LinkedCase::caseId).doesNotContain(closed);
        assertThat(engine.cancelled()).isEmpty();
    }

    @Test
    void tellsTheEngineAgainOfAWithdrawalThatItLost() {
        linkTheCase();
        withdrawAndLoseTheMessage();
        reconciler(Verdict.DONE).compare();
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).containsExactly("WITHDRAW_CASE " + caseId + "#1");
        walk.closeWithdrawn(caseId);
        jdbc.sql("delete from engine_command").update();
        reconciler(Verdict.GONE).compare();
        assertThat(commands()).isEmpty();
    }

    @Test
    void startsAWithdrawnCaseThatNeverStartedAndThenEndsIt() {
        withdrawAndLoseTheMessage();
        reconciler(Verdict.DONE).compare();
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).containsExactly("START_CASE_AGAIN " + caseId + "#1", "WITHDRAW_CASE " + caseId + "#1");
    }

    @Test
    void startsAWithdrawnCaseAnewWhoseInstanceIsGoneOnlyToEndIt() {
        linkTheCase();
        withdrawAndLoseTheMessage();
        reconciler(Verdict.GONE).compare();
        assertThat(commands()).containsExactly("START_CASE " + caseId + "#2", "WITHDRAW_CASE " + caseId + "#2");
    }

    @Test
    void replacesAnInstanceThatKnowsNoWithdrawal() {
        linkTheCase();
        withdrawAndLoseTheMessage();
        jdbc.sql("update grid_case set moved_at = moved_at - interval '10 minutes' where id = ?").param(caseId)
                .update();
        reconciler(Verdict.DONE).compare();
        assertThat(engine.cancelled()).contains(99L);
        assertThat(commands()).containsExactly("START_CASE " + caseId + "#2", "WITHDRAW_CASE " + caseId + "#2");
    }

    @Test
    void replacesAnInstanceThatHasNoneOfTheTasksThatTheCaseWaitsFor() {
        caseId = walk.waitingForAcceptance();
        jdbc.sql("delete from engine_command").update();
        engine.says(task(), Verdict.GONE);
        reconciler(Verdict.DONE).compare();
        assertThat(engine.cancelled()).contains(caseId * 10);
        assertThat(commands()).containsExactly("START_CASE " + caseId + "#2");
    }

    @Test
    void takesOffTheDeskWhatTheEngineDoesNotHave() {
        caseId = walk.beingHandled();
        walk.handleAtTheDesk(caseId);
        walk.superviseOverdue(caseId);
        jdbc.sql("delete from engine_command").update();
        engine.says(task(), Verdict.GONE);
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).isEmpty();
        assertThat(jdbc.sql("select element from case_task where case_id = ? and state = 'OPEN'").param(caseId)
                .query(String.class).list()).contains("Task_HandleCase").doesNotContain("Task_SuperviseOverdue");
    }

    @Test
    void sendsAnAnswerAgainThatGotLost() {
        caseId = walk.waitingForAcceptance();
        long task = task();
        assertThat(answers.answer(task, "wangchunsheng", Map.of("decision", "accept", "handlingLevel", "community")))
                .isEmpty();
        jdbc.sql("delete from engine_command").update();
        reconciler(Verdict.DONE).compare();
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).containsExactly("COMPLETE_TASK " + task);
    }

    @Test
    void takesUpACaseWhoseAnswerABannedInstanceDoesNotTake() {
        caseId = walk.waitingForAcceptance();
        engine.bans(caseId * 10);
        jdbc.sql("delete from engine_command").update();
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).as("as long as somebody is asked it can wait").isEmpty();

        assertThat(answers.answer(task(), "wangchunsheng", Map.of("decision", "accept", "handlingLevel", "community")))
                .isEmpty();
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).as("the answer is on its way").containsExactly("COMPLETE_TASK " + task());
        jdbc.sql("delete from engine_command").update();
        reconciler(Verdict.DONE).compare();
        assertThat(engine.cancelled()).contains(caseId * 10);
        assertThat(commands()).containsExactly("START_CASE " + caseId + "#2");
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).hasSize(1);
    }

    @Test
    void takesUpACaseOfABannedInstanceWhoseTaskSomebodyCompletedInTasklist() {
        caseId = walk.waitingForAcceptance();
        jdbc.sql("delete from engine_command").update();
        engine.ends(task());
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).as("it is on its way through a healthy instance").isEmpty();
        engine.bans(caseId * 10);
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).containsExactly("START_CASE " + caseId + "#2");
    }

    @Test
    void takesUpACaseThatStandsBetweenTwoStepsOfABannedInstance() {
        caseId = walk.handled();
        jdbc.sql("delete from engine_command").update();
        jdbc.sql("update case_task set state = 'CLOSED', closed_at = opened_at where case_id = ?").param(caseId)
                .update();
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).isEmpty();
        engine.bans(caseId * 10);
        reconciler(Verdict.DONE).compare();
        assertThat(commands()).containsExactly("START_CASE " + caseId + "#2");
    }

    /** The youngest visit of the case. */
    private long task() {
        return jdbc.sql("select max(element_instance_key) from case_task where case_id = ?").param(caseId)
                .query(Long.class).single();
    }

    private void withdrawAndLoseTheMessage() {
        assertThat(withdrawing.withdraw(walk.receiptCode(caseId), "")).isEmpty();
        jdbc.sql("delete from engine_command").update();
    }

    private Reconciler reconciler(Verdict verdict) {
        engine.says(verdict);
        var settings = Settings.with(Map.of("gridloop.process.reconciler.unstarted-after", "-1s",
                "gridloop.process.reconciler.idle-after", "-1s"));
        return new Reconciler(links, outbox, engine, new Desk(tasks, outbox, engine),
                new BannedInstances(tasks, outbox, engine), messages, () -> true, settings, meters);
    }

    private void linkTheCase() {
        jdbc.sql("update grid_case set process_instance_key = 99 where id = ?").param(caseId).update();
    }

    private List<String> commands() {
        return jdbc.sql("select kind || ' ' || correlation_key from engine_command where case_id = ? order by id")
                .param(caseId).query(String.class).list();
    }
}
