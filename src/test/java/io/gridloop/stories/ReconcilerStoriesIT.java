package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.bridge.Bans;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Deadlines;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Tasks;
import io.gridloop.notify.ResidentMessages;
import io.gridloop.process.reconcile.Invariants;
import io.gridloop.process.reconcile.ReconcileNow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine loses, hangs, forgets or stands still; the case goes on where PostgreSQL has it. */
@Import({ReconcileNow.class, GridloopAhead.class, ReconcilerStoriesIT.CaseIdsOfItsOwn.class})
@TestPropertySource(properties = {"gridloop.process.reconciler.enabled=true", "gridloop.process.reconciler.every=1h",
        "gridloop.process.reconciler.idle-after=0s", "gridloop.process.reconciler.unstarted-after=0s",
        "gridloop.cases.sweep-every=PT1S", "gridloop.cases.sweep-grace=0s"})
@DirtiesContext
class ReconcilerStoriesIT extends AbstractCaseStory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> BY_COMMUNITY = Map.of("unit", "community", "reason", "由社区先行处理。");
    private static final String WATCH = "DeadlineWatchProcess";

    @Autowired
    ReconcileNow reconciler;

    @Autowired
    Invariants invariants;

    @Autowired
    ResidentMessages messages;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Tasks tasks;

    @Autowired
    HealthEndpoint health;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** The engine is emptied between stories, PostgreSQL is not: what it has left would be taken up here. */
    @BeforeEach
    void noOtherCaseIsOpen() {
        jdbc.sql("delete from engine_command").update();
        jdbc.sql("update case_task set state = 'CLOSED', closed_at = now() where state <> 'CLOSED'").update();
        jdbc.sql("""
                update grid_case set state = 'CLOSED', decided = 'SOLVED', resolution = 'SOLVED', closed_at = now(),
                                     process_instance_key = null
                where state <> 'CLOSED'""").update();
    }

    @AfterEach
    void gridloopKeepsTheEnginesTime() {
        GridloopAhead.by(Duration.ZERO);
    }

    @Test
    void takesACaseUpAtEachStepAtWhichItsInstanceIsCancelled() {
        var receipt = aReportedCase(GARBAGE, GRID);
        assertThat(open("Task_AcceptCase")).isCreated();
        cancelled(receipt, CaseState.ACCEPTING, "Task_AcceptCase");
        accept(ACCEPT);

        awaitTask(receipt, "Task_HandleCase");
        moved(receipt);
        var dueAt = view(receipt).dueAt();
        cancelled(receipt, CaseState.HANDLING, "Task_HandleCase");
        assertThat(view(receipt).dueAt()).as("the deadline that a person moved").isEqualTo(dueAt);
        theDeadlinePasses(receipt);
        cancelled(receipt, CaseState.HANDLING, "Task_HandleCase", "Task_SuperviseOverdue");
        handle(Map.of("decision", "return", "reason", "不属于本单位职责。"));

        awaitTask(receipt, "Task_AssignUnit");
        cancelled(receipt, CaseState.ASSIGNING, "Task_AssignUnit");
        assign(Map.of("unit", "housing", "reason", "属住建部门职责。"));
        sign(SIGN);
        handle(DONE);
        awaitTask(receipt, "Task_VerifyCase");
        cancelled(receipt, CaseState.VERIFYING, "Task_VerifyCase");
        verify(Map.of("decision", "rework", "opinion", "墙角仍有遗留，请返工。"));
        awaitTask(receipt, "Task_HandleCase");
        assertThat(handlerOf(receipt)).as("rework goes to the unit that the dispatcher chose").isEqualTo("liuyuqing");
        handle(DONE);
        verify(PASS);

        var closed = awaitCase(receipt, it -> it.state() == CaseState.CLOSED);
        assertThat(closed.run()).isEqualTo(6);
        assertThat(entries(closed, "Task_RecordOverdue")).hasSize(1);
        assertThat(entries(closed, "Task_CheckAcceptance")).hasSize(1);
        assertThat(entries(closed, "StartEvent_CaseReported")).hasSize(6);
        toldOnceAndNothingIsBroken(receipt);
    }

    @Test
    void closesACaseThatWasDecidedWhenItsInstanceWentAway() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        handle(DONE);
        awaitTask(receipt, "Task_VerifyCase");
        client.newCancelInstanceCommand(key(receipt)).execute();
        jdbc.sql("update grid_case set decided = 'SOLVED' where id = ?").param(receipt.caseId()).update();
        closeTasks(receipt);
        await().atMost(PATIENCE).until(() -> {
            reconciler.compare();
            return view(receipt).state() == CaseState.CLOSED;
        });
        toldOnceAndNothingIsBroken(receipt);
    }

    @Test
    void leavesAnIncidentToTheAdministratorAndGoesOnAfterTheRepair() {
        var receipt = aReportedCase(GARBAGE, GRID);
        awaitTask(receipt, "Task_AcceptCase");
        setState(receipt, "VERIFYING");
        accept(ACCEPT);
        theCase().hasActiveIncidents();
        reconciler.compare();
        reconciler.compare();
        assertThat(view(receipt).run()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> health.healthForPath("steps").getStatus().getCode().equals("DEGRADED"));

        setState(receipt, "ACCEPTING");
        var incident = await().atMost(PATIENCE)
                .until(() -> client.newIncidentSearchRequest().execute().items(), found -> !found.isEmpty())
                .getFirst();
        assertThat(incident.getErrorMessage()).contains("Task_CheckAcceptance", "cases.checkAcceptance", "重试",
                "取消主流程实例");
        client.newUpdateRetriesCommand(incident.getJobKey()).retries(3).execute();
        client.newResolveIncidentCommand(incident.getIncidentKey()).execute();
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
        toldOnceAndNothingIsBroken(receipt);
    }

    @Test
    void startsACaseWhoseMessageNeverArrived() {
        var receipt = transaction.execute(status -> {
            var reported = aReportedCase(GARBAGE, GRID);
            jdbc.sql("delete from engine_command where case_id = ?").param(reported.caseId()).update();
            return reported;
        });
        // The clock of the stories goes in steps: at first the case is not old enough to be missed.
        await().atMost(PATIENCE).until(() -> {
            reconciler.compare();
            return desk(Objects.requireNonNull(receipt)).contains("Task_AcceptCase");
        });
        reconciler.compare();
        assertThat(view(Objects.requireNonNull(receipt)).run()).isEqualTo(1);
        close(receipt);
    }

    @Test
    void letsTheDeskAndTheEngineKnowTheSameTasks() {
        var receipt = aReportedCase(GARBAGE, GRID);
        awaitTask(receipt, "Task_AcceptCase");

        jdbc.sql("""
                insert into case_task (element_instance_key, case_id, element, process_instance_key, process_id,
                                       process_version, assignee, opened_at, variables, state)
                select 4503599627370495, case_id, 'Task_ClassifyCase', process_instance_key, process_id,
                       process_version, 'handongsheng', opened_at, variables, state
                from case_task where case_id = ?""").param(receipt.caseId()).update();
        reconciler.compare();
        assertThat(desk(receipt)).as("what only the desk had").containsExactly("Task_AcceptCase");
        assertThat(entries(view(receipt), "Task_ClassifyCase")).singleElement().asString().contains("从工作台移除");

        transaction.executeWithoutResult(status -> {
            assertThat(tasks.answer(taskKey(receipt, "Task_AcceptCase"), "wangchunsheng", ACCEPT)).isEmpty();
            jdbc.sql("delete from engine_command where case_id = ?").param(receipt.caseId()).update();
        });
        assertThat(view(receipt).state()).isEqualTo(CaseState.ACCEPTING);
        reconciler.compare();
        awaitTask(receipt, "Task_HandleCase");
        assertThat(view(receipt).run()).as("an answer that got lost is no reason to start again").isEqualTo(1);

        client.newModifyProcessInstanceCommand(key(receipt)).activateElement("Task_VerifyCase").and()
                .terminateElement(callOf("Call_HandleCase")).execute();
        await().atMost(PATIENCE).until(() -> desk(receipt).contains("Task_VerifyCase"));
        awaitRun(receipt, 2);
        await().atMost(PATIENCE).until(() -> desk(receipt), List.of("Task_HandleCase")::equals);
        // By its key: the engine's search may still show the visit of the instance that was replaced.
        assertThat(tasks.answer(taskKey(receipt, "Task_HandleCase"), "lilijuan", DONE)).isEmpty();
        awaitTask(receipt, "Task_VerifyCase");
        assertThat(tasks.answer(taskKey(receipt, "Task_VerifyCase"), "wangchunsheng", PASS)).isEmpty();
        toldOnceAndNothingIsBroken(receipt);
    }

    @Test
    void recordsOverdueOnceWhileTheEngineStandsStillAndNotAgainWhenItGoesOn() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        process(WATCH).isWaitingForMessage("Msg_DeadlineMoved");
        var left = Duration.between(clock.instant(), view(receipt).dueAt()).plusSeconds(5);
        GridloopAhead.by(left);
        awaitCase(receipt, it -> it.overdueAt() != null);
        process(WATCH).hasNotActivatedElements("Task_RecordOverdue");
        reconciler.compare();
        assertThat(view(receipt).run()).as("a watch that is late is no reason to start again").isEqualTo(1);

        GridloopAhead.by(Duration.ZERO);
        theDeadlinePasses(receipt);
        assertThat(entries(view(receipt), "Task_RecordOverdue")).hasSize(1);
        close(receipt);
    }

    @Test
    void takesACaseUpWhoseInstanceTheEngineHasBanned() {
        var receipt = aReportedCase(OTHER, GRID);
        awaitTask(receipt, "Task_AcceptCase");
        Bans.ban(key(receipt), key(receipt));
        reconciler.compare();
        assertThat(view(receipt).run()).as("as long as somebody is asked it can wait").isEqualTo(1);
        assertThat(tasks.answer(taskKey(receipt, "Task_AcceptCase"), "wangchunsheng", ACCEPT)).isEmpty();
        awaitRun(receipt, 2);
        awaitTask(receipt, "Task_AssignUnit");
        assertThat(entries(view(receipt), "Task_AcceptCase")).as("nobody is asked twice")
                .anyMatch(entry -> entry.contains("无需重新填写"));

        Bans.ban(instanceOf(receipt, "Task_AssignUnit"), key(receipt));
        assign(BY_COMMUNITY);
        awaitRun(receipt, 3);
        await().atMost(PATIENCE).until(() -> desk(receipt).contains("Task_AssignUnit"));
        assertThat(tasks.answer(taskKey(receipt, "Task_AssignUnit"), "fengguifang", BY_COMMUNITY))
                .as("what was said in Tasklist is asked again").isEmpty();
        awaitTask(receipt, "Task_HandleCase");
        handle(DONE);
        awaitTask(receipt, "Task_VerifyCase");
        bannedBetweenTheAnswerAndWhatFollows(receipt);

        var closed = awaitCase(receipt, it -> it.state() == CaseState.CLOSED);
        assertThat(closed.run()).isEqualTo(4);
        assertThat(entries(closed, "StartEvent_CaseReported")).filteredOn(entry -> entry.contains("banned")).hasSize(3);
        for (String effect : List.of("Task_CheckAcceptance", "Task_CheckAssignment", "Task_DispatchCase",
                "Task_CheckHandling", "Task_CheckVerification", "Task_CloseCase")) {
            assertThat(entries(closed, effect)).as(effect).hasSize(1);
        }
        toldOnceAndNothingIsBroken(receipt);
    }

    /** The worker of the check waits for the case, which is locked here, and does its work in a banned instance. */
    private void bannedBetweenTheAnswerAndWhatFollows(Receipt receipt) {
        long banned = key(receipt);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from grid_case where id = ? for update").param(receipt.caseId()).query(Long.class)
                    .single();
            verify(PASS);
            await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
            Bans.ban(banned, banned);
        });
        awaitCase(receipt, it -> !entries(it, "Task_CheckVerification").isEmpty());
        awaitRun(receipt, 4);
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)").query(Boolean.class).single();
    }

    private long instanceOf(Receipt receipt, String element) {
        return jdbc.sql("""
                select process_instance_key from case_task where case_id = ? and element = ? and state = 'OPEN'""")
                .params(receipt.caseId(), element).query(Long.class).single();
    }

    /** Cancels the instance, and sees that another one takes the case up in the same state with these tasks and no more. */
    private void cancelled(Receipt receipt, CaseState state, String... waiting) {
        var before = view(receipt);
        long lost = key(receipt);
        client.newCancelInstanceCommand(lost).execute();
        awaitRun(receipt, before.run() + 1);
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(desk(receipt)).containsExactlyInAnyOrder(waiting));
        reconciler.compare();
        assertThat(byKey(lost)).isTerminated();
        var now = view(receipt);
        assertThat(now.state()).isEqualTo(state);
        assertThat(now.run()).as("a second comparison finds nothing").isEqualTo(before.run() + 1);
        assertThat(entries(now, "Task_RegisterCase")).hasSize(now.run());
        assertThat(messages.of(receipt.caseId())).isEmpty();
        for (String task : waiting) {
            assertThat(open(task)).isCreated();
        }
    }

    private void awaitRun(Receipt receipt, int run) {
        await().atMost(PATIENCE).until(() -> {
            reconciler.compare();
            return view(receipt).run() == run;
        });
        awaitCase(receipt, it -> it.processInstanceKey() != null);
    }

    private void awaitTask(Receipt receipt, String element) {
        await().atMost(PATIENCE).until(() -> desk(receipt).contains(element));
        assertThat(open(element)).isCreated();
    }

    private void moved(Receipt receipt) {
        process(WATCH).isWaitingForMessage("Msg_DeadlineMoved");
        assertThat(deadlines.move(receipt.caseNumber(), clock.instant().plus(Duration.ofHours(30)), "天气原因，顺延。",
                "dengjianshe")).isEmpty();
        process(WATCH).hasCompletedElements("CatchEvent_DeadlineMovedBeforeWarning");
    }

    private void theDeadlinePasses(Receipt receipt) {
        engine.increaseTime(Duration.between(clock.instant(), view(receipt).warnAt()).plusSeconds(5));
        await().atMost(PATIENCE).until(() -> !entries(view(receipt), "Task_RecordWarning").isEmpty());
        engine.increaseTime(Duration.between(clock.instant(), view(receipt).dueAt()).plusSeconds(5));
        awaitTask(receipt, "Task_SuperviseOverdue");
    }

    private void close(Receipt receipt) {
        if (view(receipt).state() == CaseState.ACCEPTING) {
            accept(ACCEPT);
        }
        handle(DONE);
        verify(PASS);
        awaitCase(receipt, it -> it.state() == CaseState.CLOSED);
    }

    private void toldOnceAndNothingIsBroken(Receipt receipt) {
        await().atMost(PATIENCE).until(() -> messages.of(receipt.caseId()).size() == 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(invariants.check(Duration.ofSeconds(-1)))
                .filteredOn(broken -> broken.subject().contains(receipt.caseNumber())).isEmpty());
    }

    private void setState(Receipt receipt, String state) {
        jdbc.sql("update grid_case set state = ? where id = ?").params(state, receipt.caseId()).update();
    }

    private void closeTasks(Receipt receipt) {
        jdbc.sql("update case_task set state = 'CLOSED', closed_at = now() where case_id = ? and state <> 'CLOSED'")
                .param(receipt.caseId()).update();
    }

    private long key(Receipt receipt) {
        return Objects.requireNonNull(view(receipt).processInstanceKey());
    }

    private long callOf(String element) {
        return await().atMost(PATIENCE).until(() -> client.newElementInstanceSearchRequest()
                .filter(it -> it.elementId(element)).execute().items().stream().findFirst(), Optional::isPresent)
                .orElseThrow().getElementInstanceKey();
    }

    private String handlerOf(Receipt receipt) {
        return jdbc.sql("select handler_login from grid_case where id = ?").param(receipt.caseId())
                .query(String.class).single();
    }

    private List<String> desk(Receipt receipt) {
        return jdbc.sql("select element from case_task where case_id = ? and state <> 'CLOSED'")
                .param(receipt.caseId()).query(String.class).list();
    }

    private long taskKey(Receipt receipt, String element) {
        return jdbc
                .sql("select element_instance_key from case_task where case_id = ? and element = ? and state = 'OPEN'")
                .params(receipt.caseId(), element).query(Long.class).single();
    }

    private static List<String> entries(CaseView it, String element) {
        return it.history().stream().filter(entry -> entry.element().equals(element))
                .map(entry -> String.valueOf(entry.internalText())).toList();
    }

    /**
     * A banned instance never ends, and keeps the correlation key of its case to itself: no other test class may come to
     * the same one.
     */
    @TestConfiguration(proxyBeanMethods = false)
    static class CaseIdsOfItsOwn {

        @Bean
        FlywayMigrationStrategy beyondThoseOfOthers(DataSource database) {
            return flyway -> {
                flyway.migrate();
                JdbcClient.create(database).sql("alter sequence grid_case_seq restart with 1000001").update();
            };
        }
    }
}
