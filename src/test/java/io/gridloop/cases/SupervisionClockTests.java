package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReply;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What nobody replied to is raised, whichever clock says so first, and once. */
@CasesTest
class SupervisionClockTests {

    private static final Duration REPLY_LIMIT = Duration.ofHours(8);

    @Autowired
    private CaseWalk walk;

    @Autowired
    private SupervisionClock secondClock;

    @Autowired
    private SupervisionOrders orders;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TurnableClock clock;

    @Test
    void raisesWhatTheEngineDoesNotAndTellsItToLook(AssertablePublishedEvents events) {
        long caseId = asked("URGE");
        clock.turn(REPLY_LIMIT.plusMinutes(1));
        secondClock.raiseWhatTheEngineMissed();

        var order = order(caseId);
        assertThat(order).returns(SupervisionLevel.SUPERVISE, SupervisionOrder::level).returns(1,
                SupervisionOrder::unanswered);
        assertThat(order.replyDue()).isEqualTo(clock.instant().plus(REPLY_LIMIT));
        assertThat(events.ofType(SupervisionRaised.class).matching(it -> it.caseId() == caseId))
                .containsExactly(new SupervisionRaised(caseId, order.key()));
        assertThat(walk.lookAtOrder(caseId)).containsEntry("supervisionState", "reply").containsEntry(
                "supervisionLevel", "督办");
    }

    @Test
    void isOfNoEffectTwiceForTheSameLimit() {
        long caseId = asked("YELLOW");
        var engines = walk.lookAtOrder(caseId).get("replyDueAt");
        clock.turn(REPLY_LIMIT.plusMinutes(1));
        secondClock.raiseWhatTheEngineMissed();
        secondClock.raiseWhatTheEngineMissed();
        walk.replyOverdue(caseId, engines);
        assertThat(order(caseId)).returns(SupervisionLevel.RED, SupervisionOrder::level).returns(1,
                SupervisionOrder::unanswered).returns(-15, SupervisionOrder::points);
        assertThat(walk.elements(caseId)).containsOnlyOnce("Task_EscalateSupervision");
    }

    @Test
    void leavesAloneWhatTheEngineRaised() {
        long caseId = asked("URGE");
        clock.turn(REPLY_LIMIT.plusMinutes(1));
        walk.replyOverdue(caseId, walk.lookAtOrder(caseId).get("replyDueAt"));
        walk.prepare(caseId, Replying.TASK);
        secondClock.raiseWhatTheEngineMissed();
        assertThat(order(caseId)).returns(SupervisionLevel.SUPERVISE, SupervisionOrder::level).returns(1,
                SupervisionOrder::unanswered);
    }

    @Test
    void waitsAWhileForTheEngine() {
        long caseId = asked("URGE");
        clock.turn(REPLY_LIMIT.plusSeconds(20));
        secondClock.raiseWhatTheEngineMissed();
        assertThat(order(caseId).level()).isEqualTo(SupervisionLevel.URGE);
        clock.turn(Duration.ofSeconds(20));
        secondClock.raiseWhatTheEngineMissed();
        assertThat(order(caseId).level()).isEqualTo(SupervisionLevel.SUPERVISE);
    }

    @Test
    void raisesNobodyWhoCouldNotReplyBecauseTheEngineIsAway() {
        long given = walk.supervised("URGE");
        long raised = asked("URGE");
        for (int i = 0; i < 3; i++) {
            clock.turn(REPLY_LIMIT.plusMinutes(1));
            secondClock.raiseWhatTheEngineMissed();
        }
        assertThat(order(given).level()).as("was never asked").isEqualTo(SupervisionLevel.URGE);
        assertThat(order(raised).level()).as("was asked once").isEqualTo(SupervisionLevel.SUPERVISE);

        walk.lookAtOrder(raised);
        walk.prepare(raised, Replying.TASK);
        clock.turn(REPLY_LIMIT.plusMinutes(1));
        secondClock.raiseWhatTheEngineMissed();
        assertThat(order(raised).level()).as("was asked again").isEqualTo(SupervisionLevel.YELLOW);
    }

    @Test
    void leavesAReplyAloneThatIsOnItsWay() {
        long caseId = asked("SUPERVISE");
        var task = tasks.openTasksOf("lilijuan").stream()
                .filter(each -> each.caseId() == caseId && each.element().equals(Replying.TASK)).findFirst()
                .orElseThrow();
        assertThat(tasks.answer(task.key(), "lilijuan", aReply())).isEmpty();
        clock.turn(REPLY_LIMIT.plusMinutes(1));
        secondClock.raiseWhatTheEngineMissed();
        assertThat(order(caseId)).returns(SupervisionLevel.SUPERVISE, SupervisionOrder::level).returns(0,
                SupervisionOrder::unanswered);
    }

    @Test
    void countsEachSilenceOnTheRedCard() {
        long caseId = asked("RED");
        for (int time = 1; time <= 2; time++) {
            clock.turn(REPLY_LIMIT.plusMinutes(1));
            secondClock.raiseWhatTheEngineMissed();
            assertThat(order(caseId)).returns(SupervisionLevel.RED, SupervisionOrder::level).returns(time,
                    SupervisionOrder::unanswered).returns(-10, SupervisionOrder::points);
            walk.prepare(caseId, Replying.TASK);
        }
    }

    @Test
    void raisesNothingOfACaseThatItsHandlerHasNoMore() {
        long handled = asked("URGE");
        walk.answerHandling(handled, Map.of("decision", "done", "result", "已清运垃圾并冲洗地面"));
        long withdrawn = asked("URGE");
        withdrawing.withdraw(walk.receiptCode(withdrawn), "");
        clock.turn(REPLY_LIMIT.plusMinutes(1));
        secondClock.raiseWhatTheEngineMissed();
        assertThat(order(handled).level()).isEqualTo(SupervisionLevel.URGE);
        assertThat(order(withdrawn).level()).isEqualTo(SupervisionLevel.URGE);
    }

    /** An order that has arrived with its handler. */
    private long asked(String level) {
        long caseId = walk.supervised(level);
        walk.lookAtOrder(caseId);
        walk.prepare(caseId, Replying.TASK);
        return caseId;
    }

    private SupervisionOrder order(long caseId) {
        return Objects.requireNonNull(orders.of(caseId).getLast());
    }
}
