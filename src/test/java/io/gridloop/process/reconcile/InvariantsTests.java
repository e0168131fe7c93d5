package io.gridloop.process.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.FollowingUp;
import io.gridloop.cases.Withdrawing;
import io.gridloop.notify.ResidentMessages;
import io.gridloop.process.engine.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks each promise on purpose and sees it named. */
@SpringBootTest(properties = {"gridloop.territory.sample=true", "gridloop.process.relay.enabled=false",
        "gridloop.process.reconciler.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@Import({PostgresForTests.class, CaseWalk.class})
class InvariantsTests {

    private static final Duration NOTHING_MAY_WAIT = Duration.ofSeconds(-5);
    private static final AtomicLong KEYS = new AtomicLong(-1);

    @Autowired
    CaseWalk walk;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    FollowingUp followingUp;

    @Autowired
    ResidentMessages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final EngineForTests engine = new EngineForTests();
    private Invariants invariants;

    @BeforeEach
    void prepare() {
        invariants = new Invariants(jdbc, engine, clock);
    }

    @Test
    void findsNothingInCasesThatWentTheirWay() {
        assertThat(broken(closedAndTold())).isEmpty();
        assertThat(broken(openWithATask())).isEmpty();
    }

    @Test
    void findsNothingInAWithdrawnCaseBeforeAndAfterItIsClosed() {
        long withdrawn = openWithATask();
        assertThat(withdrawing.withdraw(walk.receiptCode(withdrawn), "")).isEmpty();
        assertThat(broken(withdrawn)).isEmpty();
        walk.closeWithdrawn(withdrawn);
        messages.tellEnd(withdrawn);
        engine.says(withdrawn * 10, Verdict.GONE);
        assertThat(broken(withdrawn)).isEmpty();
        write(withdrawn, "Task_CloseCase");
        assertThat(broken(withdrawn)).contains("ONE_END CLOSED with 2 ends");
    }

    @Test
    void findsNothingInACaseThatWasTakenUpAgainAndClosedAgain() {
        long again = closedAndTold();
        jdbc.sql("delete from engine_command where case_id = ?").param(again).update();
        assertThat(followingUp.answer(walk.receiptCode(again), "DISSATISFIED", "NOT_SOLVED", "", true)).isEmpty();
        assertThat(broken(again)).isEmpty();
        walk.closeAgain(again);
        messages.tellEnd(again);
        engine.says(again * 10 + 1, Verdict.GONE);
        assertThat(broken(again)).isEmpty();
        jdbc.sql("delete from resident_message where case_id = ? and occasion = 'closed'").param(again).update();
        assertThat(broken(again)).containsExactly("TOLD_ONCE is CLOSED, the resident was told 1 times");
    }

    @Test
    void namesAWithdrawnCaseThatNobodyEnds() {
        long withdrawn = openWithATask();
        withdrawing.withdraw(walk.receiptCode(withdrawn), "");
        jdbc.sql("delete from engine_command where case_id = ?").param(withdrawn).update();
        jdbc.sql("update case_task set closed_at = opened_at - interval '1 day' where case_id = ?").param(withdrawn)
                .update();
        assertThat(broken(withdrawn)).containsExactly("LIVE_WAIT is HANDLING, but nobody has a task of it");
    }

    @Test
    void namesAReceiptThatHasNoCase() {
        String known = jdbc.sql("select receipt_code from grid_case where id = ?").param(openWithATask())
                .query(String.class).single();
        assertThat(invariants.lost(List.of(known, "nobody-has-this"))).extracting(Broken::promise)
                .containsExactly(Promise.ONE_CASE_PER_RECEIPT);
    }

    @Test
    void namesACaseThatBeganTwice() {
        long open = openWithATask();
        write(open, "StartEvent_CaseReported");
        assertThat(broken(open)).containsExactly("ONE_CASE_PER_RECEIPT 2 beginnings in 1 runs");
    }

    @Test
    void namesACaseThatEndedTwiceAndAnOpenOneThatEnded() {
        long closed = closedAndTold();
        write(closed, "Task_CloseCase");
        assertThat(broken(closed)).contains("ONE_END CLOSED with 2 ends");
        long open = openWithATask();
        write(open, "Task_CloseCase");
        assertThat(broken(open)).containsExactly("ONE_END HANDLING with 1 ends");
    }

    @Test
    void namesAStepThatWroteMoreOftenThanItWasVisited() {
        long open = openWithATask();
        write(open, "Task_DispatchCase");
        assertThat(broken(open)).containsExactly("ONE_EFFECT Task_DispatchCase has 2 entries of 1 visits");
    }

    @Test
    void namesCommandsThatWaitOrAreDead() {
        long open = openWithATask();
        command(open, "null");
        command(open, "now()");
        assertThat(invariants.check(NOTHING_MAY_WAIT)).filteredOn(it -> it.subject().endsWith("of case " + open))
                .extracting(Broken::what)
                .containsExactlyInAnyOrder("MOVE_DEADLINE waits after 3 attempts",
                        "MOVE_DEADLINE is dead after 3 attempts");
    }

    @Test
    void namesACaseThatNobodyStarts() {
        long open = openWithATask();
        jdbc.sql("update grid_case set process_instance_key = null where id = ?").param(open).update();
        assertThat(broken(open)).containsExactly("LIVE_WAIT has no process instance and no start under way");
    }

    @Test
    void namesACaseOfWhichNobodyHasATask() {
        long open = openWithATask();
        jdbc.sql("update case_task set state = 'CLOSED', closed_at = opened_at where case_id = ?").param(open).update();
        assertThat(broken(open)).containsExactly("LIVE_WAIT is HANDLING, but nobody has a task of it");
    }

    @Test
    void namesWhatWaitsForSomethingThatTheEngineDoesNotHave() {
        long open = openWithATask();
        long task = jdbc.sql("select element_instance_key from case_task where case_id = ? and state = 'OPEN'")
                .param(open).query(Long.class).single();
        engine.says(open * 10, Verdict.GONE);
        engine.says(task, Verdict.GONE);
        assertThat(broken(open)).containsExactlyInAnyOrder(
                "LIVE_WAIT is open, but the engine has no instance " + open * 10,
                "LIVE_WAIT has an open task, but the engine has no element instance " + task);
    }

    @Test
    void namesAnInstanceThatOutlivesItsClosedCase() {
        long closed = closedAndTold();
        engine.says(closed * 10, Verdict.DONE);
        assertThat(broken(closed)).containsExactly("LIVE_WAIT is closed, but the engine still has instance "
                + closed * 10);
    }

    @Test
    void namesAResidentWhoWasNotToldAndOneWhoWasToldTooSoon() {
        long closed = closedAndTold();
        jdbc.sql("delete from resident_message where case_id = ?").param(closed).update();
        assertThat(broken(closed)).containsExactly("TOLD_ONCE is CLOSED, the resident was told 0 times");
        long open = openWithATask();
        jdbc.sql("insert into resident_message (case_id, occasion, at, text) values (?, 'closed', now(), '')")
                .param(open).update();
        assertThat(broken(open)).containsExactly("TOLD_ONCE is HANDLING, the resident was told 1 times");
    }

    @Test
    void findsNothingInMergedCasesThatHeardOfEachEndOfTheirOriginalSinceThen() {
        long original = openWithATask();
        long early = merged(original);
        assertThat(broken(early)).as("the original has not ended").isEmpty();
        end(original);
        long late = merged(original);
        assertThat(broken(early)).isEmpty();
        assertThat(broken(late)).isEmpty();

        assertThat(followingUp.answer(walk.receiptCode(original), "DISSATISFIED", "NOT_SOLVED", "", true)).isEmpty();
        long between = merged(original);
        walk.closeAgain(original);
        long last = merged(original);
        assertThat(told(early)).isEqualTo(2);
        assertThat(told(between)).isEqualTo(1);
        assertThat(told(last)).isEqualTo(1);
        assertThat(List.of(early, late, between, last)).allSatisfy(each -> assertThat(broken(each)).isEmpty());
    }

    @Test
    void namesAMergedCaseThatWasNotToldOfAnEndOfItsOriginal() {
        long original = openWithATask();
        long early = merged(original);
        end(original);
        followingUp.answer(walk.receiptCode(original), "DISSATISFIED", "NOT_SOLVED", "", true);
        forget(early, original, 1);
        assertThat(broken(early)).containsExactly("TOLD_ONCE was not told of end 1 of " + number(original));

        long late = merged(original);
        walk.closeAgain(original);
        forget(late, original, 2);
        assertThat(broken(late)).as("of the first it need not hear").containsExactly(
                "TOLD_ONCE was not told of end 2 of " + number(original));
    }

    @Test
    void followsMergersOverSeveralSteps() {
        long first = openWithATask();
        long second = walk.registered(CaseWalk.aReport());
        long third = merged(second);
        merge(second, first);
        end(first);
        assertThat(told(third)).isEqualTo(1);
        assertThat(broken(third)).isEmpty();
        forget(third, first, 1);
        assertThat(broken(third)).containsExactly("TOLD_ONCE was not told of end 1 of " + number(first));
        assertThat(broken(second)).isEmpty();
    }

    @Test
    void namesAMergedCaseThatWasToldOfAnEndThatWasNot() {
        long original = openWithATask();
        long early = merged(original);
        jdbc.sql("insert into resident_message (case_id, occasion, at, text) values (?, ?, now(), '')")
                .params(early, "original#" + original + "#1").update();
        assertThat(broken(early)).containsExactly("TOLD_ONCE was told of an end that was not: original#" + original
                + "#1");
        end(original);
        assertThat(broken(early)).isEmpty();
    }

    @Test
    void leavesAloneWhatHasJustMoved() {
        long open = openWithATask();
        engine.says(open * 10, Verdict.GONE);
        command(open, "null");
        assertThat(invariants.check(Duration.ofHours(1))).noneMatch(it -> it.subject().equals(number(open)));
    }

    private List<String> broken(long caseId) {
        return invariants.check(NOTHING_MAY_WAIT).stream().filter(it -> it.subject().equals(number(caseId)))
                .map(it -> it.promise() + " " + it.what()).toList();
    }

    private long closedAndTold() {
        long closed = walk.closed();
        messages.tellEnd(closed);
        engine.says(closed * 10, Verdict.GONE);
        return closed;
    }

    /** A new report of the matter of another case, merged into it and told so. */
    private long merged(long original) {
        long duplicate = walk.registered(CaseWalk.aReport());
        merge(duplicate, original);
        return duplicate;
    }

    private void merge(long duplicate, long original) {
        walk.answerAcceptance(duplicate, Map.of("decision", "duplicate", "duplicateOf", number(original)));
        walk.close(duplicate);
        engine.says(duplicate * 10, Verdict.GONE);
    }

    private void end(long open) {
        walk.handled(open);
        walk.answerVerification(open, Map.of("decision", "pass"));
        walk.close(open);
    }

    private long told(long duplicate) {
        return jdbc.sql("select count(*) from resident_message where case_id = ? and occasion like 'original#%'")
                .param(duplicate).query(Long.class).single();
    }

    private void forget(long duplicate, long original, int closing) {
        assertThat(jdbc.sql("delete from resident_message where case_id = ? and occasion = ?")
                .params(duplicate, "original#" + original + "#" + closing).update()).isEqualTo(1);
    }

    private long openWithATask() {
        long open = walk.beingHandled();
        jdbc.sql("delete from engine_command where case_id = ?").param(open).update();
        jdbc.sql("delete from case_task where case_id = ?").param(open).update();
        jdbc.sql("""
                insert into case_task (element_instance_key, case_id, element, process_instance_key, assignee,
                                       opened_at, variables, state)
                values (?, ?, 'Task_HandleCase', ?, 'lilijuan', now(), '{}', 'OPEN')""")
                .params(KEYS.decrementAndGet(), open, open * 10).update();
        return open;
    }

    private void write(long caseId, String element) {
        jdbc.sql("insert into case_entry (id, case_id, at, element, actor_name) values (?, ?, now(), ?, '')")
                .params(KEYS.decrementAndGet(), caseId, element).update();
    }

    private void command(long caseId, String deadAt) {
        jdbc.sql("""
                insert into engine_command (case_id, kind, correlation_key, variables, created_at, attempts, next_at,
                                            dead_at)
                values (?, 'MOVE_DEADLINE', 'k', '{}', now(), 3, now(), %s)""".formatted(deadAt))
                .param(caseId).update();
    }

    private String number(long caseId) {
        return jdbc.sql("select case_number from grid_case where id = ?").param(caseId).query(String.class).single();
    }
}
