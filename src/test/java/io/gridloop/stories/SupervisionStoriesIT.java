package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelector;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.Ordering;
import io.gridloop.cases.Permitting;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.RequestPages;
import io.gridloop.cases.SupervisionLevel;
import io.gridloop.cases.SupervisionPages;
import io.gridloop.cases.SupervisionView;
import io.gridloop.cases.Suspending;
import io.gridloop.cases.Withdrawing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders of supervision beside the step that they press: up the ladder, down by a reply, and gone with the step. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionStoriesIT extends AbstractCaseStory {

    private static final String LADDER = "SuperviseHandlingProcess";
    private static final String SUPERVISOR = "dengjianshe";

    private final Set<Long> earlier = new HashSet<>();

    @Autowired
    Ordering ordering;

    @Autowired
    SupervisionPages supervision;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    Suspending suspending;

    @Autowired
    Permitting permitting;

    @Autowired
    RequestPages requests;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void silenceGoesUpToTheRedCardAndAGoodReplyEndsIt() {
        var receipt = aCaseBeingHandled();
        order(receipt, "URGE");
        assertThat(open("Task_ReplySupervision")).isCreated().hasAssignee("lilijuan");
        for (var next : new String[]{"SUPERVISE", "YELLOW", "RED"}) {
            passTo(receipt);
            await().atMost(Duration.ofSeconds(30)).until(() -> theOrder(receipt).level(),
                    SupervisionLevel.valueOf(next)::equals);
            assertThat(open("Task_ReplySupervision")).isCreated();
        }
        passTo(receipt);
        await().atMost(Duration.ofSeconds(30)).until(() -> theOrder(receipt).state(), "待回复（已逾期4次）"::equals);
        process(LADDER).hasCompletedElement("Task_EscalateSupervision", 4);
        assertThat(theOrder(receipt).points()).isEqualTo(-15);
        completed(process(LADDER), "StartEvent_OrderGiven", "Gateway_Look", "Task_OpenSupervision",
                "Gateway_OrderState", "BoundaryEvent_ReplyOverdue", "Task_EscalateSupervision");

        reply(Map.of("done", "短"));
        process(LADDER).hasVariable("replyResult", "invalid");
        reply(aReply());
        assertThat(open("Task_ReviewReply")).isCreated().hasAssignee(SUPERVISOR);
        review(Map.of("decision", "again"));
        process(LADDER).hasVariable("reviewResult", "invalid");
        review(Map.of("decision", "again", "note", "没有写明原因。"));
        reply(aReply());
        review(Map.of("decision", "accept", "note", "按此办理。"));
        completed(process(LADDER).isCompleted(), "Task_ReplySupervision", "Task_CheckReply", "Gateway_ReplyResult",
                "Task_ReviewReply", "Task_CheckReview", "Gateway_ReviewResult", "EndEvent_OrderAccepted");
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    void aPersonRaisesAnOrderCancelsItAndGivesAnother() {
        var receipt = aCaseBeingHandled();
        order(receipt, "SUPERVISE");
        assertThat(open("Task_ReplySupervision")).isCreated();
        order(receipt, "YELLOW");
        completed(process(LADDER), "BoundaryEvent_RaisedBeforeReply");
        reply(aReply());
        assertThat(open("Task_ReviewReply")).isCreated();
        order(receipt, "RED");
        completed(process(LADDER), "BoundaryEvent_RaisedInReview");
        assertThat(open("Task_ReplySupervision")).isCreated();
        assertThat(ordering.cancel(receipt.caseNumber(), String.valueOf(theOrder(receipt).id()), "责任不在承办人。",
                SUPERVISOR)).isEmpty();
        completed(process(LADDER).isCompleted(), "SubProcess_Cancellation", "StartEvent_OrderCancelled",
                "EndEvent_OrderCancelled");
        assertThat(theOrder(receipt).points()).isZero();
        leaveOut();

        // An order that another instance follows.
        transaction.executeWithoutResult(status -> {
            order(receipt, "URGE");
            jdbc.sql("update supervision_order set instance_key = 1 where state = 'OPEN'").update();
        });
        completed(next().isCompleted(), "EndEvent_OrderOver");
        assertThat(ordering.cancel(receipt.caseNumber(), String.valueOf(theOrder(receipt).id()), "重复下达。", SUPERVISOR))
                .isEmpty();
        leaveOut();

        order(receipt, "URGE");
        reply(aReply());
        completed(next().isCompleted(), "EndEvent_OrderAnswered");
        completed(process("HandleCaseProcess"), "SubProcess_Supervision", "StartEvent_SupervisionOrdered",
                "Call_SuperviseHandling", "EndEvent_SupervisionEnded");
        process("HandleCaseProcess").isActive();
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    void anOrderDiesWithTheStep() {
        var receipt = aCaseBeingHandled();
        order(receipt, "YELLOW");
        assertThat(open("Task_ReplySupervision")).isCreated();
        handle(DONE);
        assertThat(open("Task_VerifyCase")).isCreated();
        process(LADDER).isTerminated().hasTerminatedElement("Task_ReplySupervision", 1);
        engine.increaseTime(Duration.ofDays(3));
        assertThat(theOrder(receipt).level()).as("no timer of it fires").isEqualTo(SupervisionLevel.YELLOW);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    void anOrderDiesWithTheWithdrawal() {
        var receipt = aCaseBeingHandled();
        order(receipt, "SUPERVISE");
        assertThat(open("Task_ReplySupervision")).isCreated();
        assertThat(withdrawing.withdraw(receipt.receiptCode(), "已自行解决。")).isEmpty();
        theCase().isCompleted();
        awaitCase(receipt, it -> it.state() == CaseState.CLOSED);
        process(LADDER).isTerminated();
        assertThat(theOrder(receipt).open()).isFalse();
    }

    @Test
    void anOrderRunsWhileTheClockOfTheCaseStandsStill() {
        var receipt = aCaseBeingHandled();
        suspend(receipt);
        order(receipt, "URGE");
        assertThat(open("Task_ReplySupervision")).isCreated();
        passTo(receipt);
        await().atMost(Duration.ofSeconds(30)).until(() -> theOrder(receipt).level(),
                SupervisionLevel.SUPERVISE::equals);
        process("DeadlineWatchProcess").isActive().hasNotActivatedElements("Task_RecordWarning");
        assertThat(suspending.resume(receipt.caseNumber(), SUPERVISOR)).isEmpty();
        process("DeadlineWatchProcess").hasCompletedElement("CatchEvent_DeadlineMovedBeforeWarning", 2);
        reply(aReply());
        review(Map.of("decision", "accept"));
        process(LADDER).isCompleted();
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theseStoriesReachedEveryElementOfTheLadder() {
        assertThat(REACHED).containsAll(Models.flowNodes(LADDER));
    }

    /** The instance that follows the present order. */
    private ProcessInstanceAssert next() {
        ProcessInstanceSelector selector = it -> LADDER.equals(it.getProcessDefinitionId())
                && !earlier.contains(it.getProcessInstanceKey());
        return assertThat(selector);
    }

    /** Those of the orders so far are no more looked at. */
    private void leaveOut() {
        client.newProcessInstanceSearchRequest().filter(it -> it.processDefinitionId(LADDER)).execute().items()
                .forEach(it -> earlier.add(it.getProcessInstanceKey()));
    }

    private Receipt aCaseBeingHandled() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        assertThat(open("Task_HandleCase")).isCreated();
        process("DeadlineWatchProcess").isWaitingForMessage("Msg_DeadlineMoved");
        return receipt;
    }

    private void order(Receipt receipt, String level) {
        assertThat(ordering.order(receipt.caseNumber(), level, "KEY", "请说明进展。", SUPERVISOR)).isEmpty();
    }

    private void reply(Map<String, ?> answer) {
        answer("Task_ReplySupervision", "supervisionReply", answer);
    }

    private void review(Map<String, ?> answer) {
        answer("Task_ReviewReply", "supervisionReview", answer);
    }

    private SupervisionView theOrder(Receipt receipt) {
        return supervision.panel(receipt.caseNumber(), SUPERVISOR).orElseThrow().given().getFirst();
    }

    private void suspend(Receipt receipt) {
        var day = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(30).toString();
        assertThat(suspending.ask(receipt.caseNumber(), "SEASON", day, "连日大雨无法施工", "lilijuan")).isEmpty();
        var id = String.valueOf(
                requests.panel(receipt.caseNumber(), SUPERVISOR).orElseThrow().requests().getFirst().id());
        assertThat(permitting.opine(receipt.caseNumber(), id, "support", "", "wangchunsheng")).isEmpty();
        assertThat(permitting.decide(receipt.caseNumber(), id, "grant", "", "", SUPERVISOR)).isEmpty();
        process("DeadlineWatchProcess").hasCompletedElements("CatchEvent_DeadlineMovedBeforeWarning");
    }

    private void passTo(Receipt receipt) {
        var due = Objects.requireNonNull(theOrder(receipt).replyDue());
        engine.increaseTime(Duration.between(clock.instant(), due).plusSeconds(5));
    }
}
