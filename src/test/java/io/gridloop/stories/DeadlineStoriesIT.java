package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.cases.CaseView;
import io.gridloop.cases.Deadlines;
import io.gridloop.cases.Receipt;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The watch beside the step it watches: warning, overdue, supervision, and deadlines that move under it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadlineStoriesIT extends AbstractCaseStory {

    private static final String WATCH = "DeadlineWatchProcess";

    @Autowired
    Deadlines deadlines;

    @Autowired
    JdbcClient jdbc;

    @Test
    void restsOnTheSupervisorUntilTheOverdueCaseIsHandled() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT_FOR_COUNTY);
        process(WATCH).hasActiveElements("Gateway_AwaitWarning");
        sign(SIGN);
        completed(process("HandleCaseProcess"), "Gateway_NeedsSigning", "Call_SignForCase", "Gateway_Signed");
        pass(Duration.between(clock.instant(), view(receipt).warnAt()));
        completed(process(WATCH), "StartEvent_WatchStarted", "Gateway_Rearm", "Gateway_AwaitWarning",
                "CatchEvent_WarningReached", "Task_RecordWarning");
        assertThat(view(receipt).overdueAt()).isNull();

        pass(Duration.between(clock.instant(), view(receipt).dueAt()));
        assertThat(open("Task_SuperviseOverdue")).isCreated().hasAssignee("dengjianshe");
        completed(process(WATCH), "Gateway_AwaitDeadline", "CatchEvent_DeadlineReached", "Task_RecordOverdue");
        assertThat(view(receipt).overdueAt()).isNotNull();
        supervise(Map.of("note", "没有选择"));
        process(WATCH).hasVariable("supervisionResult", "invalid");
        supervise(Map.of("decision", "urge", "note", "请今天内办结。"));
        process(WATCH).hasVariable("supervisionResult", "urged").hasActiveElement("Task_SuperviseOverdue", 1);
        answer("Task_ReplySupervision", "supervisionReply", aReply());
        process("SuperviseHandlingProcess").isCompleted();
        completed(process("HandleCaseProcess"), "SubProcess_Supervision", "StartEvent_SupervisionOrdered",
                "Call_SuperviseHandling", "EndEvent_SupervisionEnded");
        handle(DONE);
        verify(PASS);

        theCase().isCompleted();
        process(WATCH).isTerminated().hasTerminatedElement("Task_SuperviseOverdue", 1);
        completed(process("HandleCaseProcess"), "StartEvent_CaseDispatched", "Gateway_Fork", "Task_HandleCase",
                "Task_CheckHandling", "Gateway_HandlingValid", "EndEvent_StepDone", "Call_AssistCase",
                "EndEvent_AssistanceEnded");
        assertThat(view(receipt).history()).extracting(CaseView.Entry::element)
                .containsOnlyOnce("Task_RecordWarning", "Task_RecordOverdue");
    }

    @Test
    void followsADeadlineThatMovesBeforeTheWarningBeforeItIsDueAndWhenOverdue() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        process(WATCH).isWaitingForMessage("Msg_DeadlineMoved");

        moveTo(receipt, Duration.ofHours(10));
        completed(process(WATCH), "CatchEvent_DeadlineMovedBeforeWarning");
        process(WATCH).hasNotActivatedElements("Task_RecordWarning");
        pass(Duration.between(clock.instant(), view(receipt).warnAt()));
        process(WATCH).hasCompletedElements("Task_RecordWarning").hasActiveElements("Gateway_AwaitDeadline");

        moveTo(receipt, Duration.ofHours(20));
        completed(process(WATCH), "CatchEvent_DeadlineMovedBeforeDue");
        process(WATCH).hasNotActivatedElements("Task_RecordOverdue");
        pass(Duration.between(clock.instant(), view(receipt).dueAt()));
        assertThat(open("Task_SuperviseOverdue")).isCreated();

        moveTo(receipt, Duration.ofHours(30));
        completed(process(WATCH), "BoundaryEvent_DeadlineMoved");
        process(WATCH).hasActiveElement("Gateway_AwaitWarning", 1);
        pass(Duration.between(clock.instant(), view(receipt).dueAt()));
        supervise(Map.of("decision", "move", "addHours", 6, "note", "材料待补齐。"));
        completed(process(WATCH), "Task_CheckSupervision", "Gateway_Supervision");
        process(WATCH).hasVariable("supervisionResult", "moved").hasActiveElement("Gateway_AwaitDeadline", 1)
                .hasCompletedElement("Task_SuperviseOverdue", 1);

        pass(Duration.between(clock.instant(), view(receipt).dueAt()));
        supervise(Map.of("decision", "lift", "note", "责任不在承办人。"));
        process(WATCH).hasVariable("supervisionResult", "lifted").isWaitingForMessage("Msg_DeadlineMoved");

        moveTo(receipt, Duration.ofHours(10));
        completed(process(WATCH), "CatchEvent_DeadlineMovedAfterLift");
        pass(Duration.between(clock.instant(), view(receipt).dueAt()));
        assertThat(open("Task_SuperviseOverdue")).isCreated();
        // The step has been done, and the engine is about to hear of it.
        state(receipt, "VERIFYING");
        supervise(Map.of("decision", "urge", "note", "请今天内办结。"));
        completed(process(WATCH).isCompleted(), "EndEvent_WatchOver");
        REACHED.add("Task_SuperviseOverdue");
        completed(process("HandleCaseProcess"), "Call_WatchDeadline", "EndEvent_WatchEnded");
        state(receipt, "HANDLING");
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theseStoriesReachedEveryElementOfHandlingAndItsWatch() {
        assertThat(REACHED).containsAll(Models.flowNodes(WATCH));
        var handling = Models.flowNodes("HandleCaseProcess");
        handling.removeAll(TogetherStoriesIT.WHISTLE_IN_HANDLING);
        assertThat(REACHED).containsAll(handling);
    }

    private void state(Receipt receipt, String state) {
        jdbc.sql("update grid_case set state = ? where case_number = ?").params(state, receipt.caseNumber()).update();
    }

    private void moveTo(Receipt receipt, Duration fromNow) {
        assertThat(deadlines.move(receipt.caseNumber(), clock.instant().plus(fromNow), "天气原因，顺延。", "dengjianshe"))
                .isEmpty();
    }

    private void pass(Duration time) {
        engine.increaseTime(time.plusSeconds(5));
    }
}
