package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

@CasesTest
class WithdrawingTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Registering registering;

    @Autowired
    private Tasks tasks;

    @Autowired
    private DeadlineRecords deadlines;

    @Autowired
    private SecondClock secondClock;

    @Autowired
    private EngineLinks links;

    @Autowired
    private TurnableClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"Task_ClassifyCase", "Task_AcceptCase", "Task_AssignUnit", "Task_HandleCase",
            "Task_SuperviseOverdue", "Task_VerifyCase", "Task_ReplySupervision", "Task_ReviewReply"})
    void takesTheTaskOffEveryDeskAndTellsTheEngine(String element, AssertablePublishedEvents events) {
        var task = tasks.find(walk.taskAt(element)).orElseThrow();

        assertThat(withdraw(task.caseId(), "自己解决了")).isEmpty();

        assertThat(tasks.openTasksOf(task.assignee())).extracting(TaskView::caseId).doesNotContain(task.caseId());
        assertThat(events.ofType(CaseWithdrawn.class).matching(it -> it.caseId() == task.caseId() && it.run() == 1))
                .hasSize(1);
        var last = walk.view(task.caseId()).history().getLast();
        assertThat(last.actorName()).isEqualTo("反映人");
        assertThat(last.internalText()).isEqualTo("反映人撤回案件：自己解决了");
        assertThat(last.publicText()).contains("撤回").doesNotContain("自己解决了");
    }

    @Test
    void closesAsWithdrawn() {
        long caseId = walk.beingHandled();
        withdraw(caseId, "");
        walk.closeWithdrawn(caseId);
        assertThat(walk.view(caseId)).returns(CaseState.CLOSED, CaseView::state)
                .returns(Resolution.WITHDRAWN, CaseView::resolution);
        assertThat(walk.elements(caseId)).endsWith("StartEvent_CaseWithdrawn", "Task_CloseWithdrawnCase");
    }

    @Test
    void closesOnceThoughTwoInstancesAsk() {
        long caseId = walk.beingHandled();
        withdraw(caseId, "");
        walk.closeWithdrawn(caseId);
        walk.closeWithdrawn(caseId);
        assertThat(walk.elements(caseId)).containsOnlyOnce("Task_CloseWithdrawnCase");
    }

    @Test
    void withdrawsOnceHoweverOftenItIsAsked(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        withdraw(caseId, "");
        assertThat(withdraw(caseId, "再次")).isEmpty();
        walk.closeWithdrawn(caseId);
        assertThat(withdraw(caseId, "再次")).isEmpty();
        assertThat(walk.elements(caseId)).containsOnlyOnce("StartEvent_CaseWithdrawn");
        assertThat(events.ofType(CaseWithdrawn.class).matching(it -> it.caseId() == caseId)).hasSize(1);
    }

    @Test
    void saysWhyADecidedCaseCannotBeWithdrawn() {
        long decided = walk.handled();
        walk.answerVerification(decided, Map.of("decision", "pass"));
        assertThat(withdraw(decided, "")).hasValueSatisfying(it -> assertThat(it).contains("处理结论"));
        long closed = walk.closed();
        assertThat(withdraw(closed, "")).isPresent();
        assertThat(walk.view(closed).resolution()).isEqualTo(Resolution.SOLVED);
        assertThat(withdrawing.withdraw("AAAA-AAAA-AAAA-AAAA", "")).isPresent();
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        long caseId = walk.beingHandled();
        assertThat(withdraw(caseId, "长".repeat(201))).hasValueSatisfying(it -> assertThat(it).contains("撤回原因"));
        assertThat(withdraw(caseId, "长".repeat(200))).isEmpty();
    }

    @Test
    void letsStepsOfAWithdrawnCaseWaitButItsBeginning() {
        long caseId = walk.reported(aReport());
        withdraw(caseId, "");
        assertThat(registering.register(step(caseId, "Task_RegisterCase"), 1, caseId * 10)).isPresent();
        assertThatThrownBy(() -> walk.prepare(caseId, "Task_AcceptCase")).isInstanceOf(WithdrawnException.class);
        assertThatThrownBy(() -> walk.dispatch(caseId)).isInstanceOf(WithdrawnException.class);
        assertThat(tasks.openTasksOf("wangchunsheng")).extracting(TaskView::caseId).doesNotContain(caseId);
    }

    @Test
    void recordsNoDeadlineOfAWithdrawnCase() {
        long caseId = walk.beingHandled();
        withdraw(caseId, "");
        clock.turn(Duration.ofDays(10));
        deadlines.overdue(caseId, 1, null);
        secondClock.recordWhatTheEngineMissed();
        assertThat(walk.view(caseId).overdueAt()).isNull();
    }

    @Test
    void staysWithdrawnWhenItIsStartedAnew(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        withdraw(caseId, "");
        links.restart(caseId, caseId * 10, "流程实例丢失");
        assertThat(events.ofType(CaseWithdrawn.class).matching(it -> it.caseId() == caseId && it.run() == 2))
                .hasSize(1);
        clock.turn(Duration.ofMinutes(10));
        assertThat(links.withdrawn(Duration.ofMinutes(5), 1_000)).extracting(Unstarted::caseId).contains(caseId);
        walk.closeWithdrawn(caseId);
        assertThat(links.withdrawn(Duration.ofMinutes(5), 1_000)).extracting(Unstarted::caseId)
                .doesNotContain(caseId);
    }

    @Test
    void isNoOriginalOfADuplicate() {
        long original = walk.beingHandled();
        withdraw(original, "");
        long duplicate = walk.registered(aReport());
        var result = walk.answerAcceptance(duplicate, Map.of("decision", "duplicate", "duplicateOf",
                walk.view(original).caseNumber()));
        assertThat(result.get("acceptanceResult")).isEqualTo("invalid");
        assertThat(result.get("formProblem").toString()).contains("已由反映人撤回");
    }

    private Optional<String> withdraw(long caseId, String reason) {
        return withdrawing.withdraw(walk.receiptCode(caseId), reason);
    }
}
