package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Resolution;
import io.gridloop.cases.Withdrawing;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way of a case through the diagrams, on the real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CaseStoriesIT extends AbstractCaseStory {

    @Autowired
    Withdrawing withdrawing;

    @Test
    void leadsAnExposedGarbageCaseFromReportToClosing() {
        var receipt = aReportedCase(GARBAGE, GRID);
        assertThat(open("Task_AcceptCase")).isCreated().hasAssignee("wangchunsheng");
        accept(ACCEPT);
        assertThat(open("Task_HandleCase")).isCreated().hasAssignee("lilijuan");
        handle(DONE);
        verify(PASS);

        theCase().isCompleted().hasVariable("caseNumber", receipt.caseNumber()).hasVariable("acceptance", null);
        completed(theCase(), "StartEvent_CaseReported", "Task_RegisterCase", "Gateway_Classified",
                "Gateway_Emergency", "Gateway_ReadyToAccept",
                "Gateway_HandledOnSpot", "Task_AcceptCase", "Task_CheckAcceptance", "Gateway_AcceptanceValid",
                "Gateway_Acceptance", "Call_DispatchCase", "Call_HandleCase", "Gateway_HandlingResult",
                "Gateway_InspectFirst", "Task_VerifyCase",
                "Task_CheckVerification", "Gateway_VerificationValid", "Gateway_Verification", "Task_CloseCase",
                "Task_TellResident", "EndEvent_CaseClosed");
        completed(process("DispatchCaseProcess").isCompleted(), "StartEvent_DispatchRequested", "Gateway_DispatchKind",
                "Task_RouteCase", "Task_LimitCase", "Gateway_UnitKnown", "Task_DispatchCase",
                "EndEvent_CaseDispatched");
        completed(process("HandleCaseProcess").isCompleted(), "StartEvent_CaseDispatched", "Gateway_Fork",
                "Task_HandleCase",
                "Task_CheckHandling", "Gateway_HandlingValid", "EndEvent_StepDone");
        process("DeadlineWatchProcess").isTerminated();
        assertThat(view(receipt)).returns(CaseState.CLOSED, CaseView::state).returns(Resolution.SOLVED,
                CaseView::resolution);
    }

    @Test
    void asksTheCountysIntakeForCategoryAndPlace() {
        var receipt = aReportedCase(null, null);
        assertThat(open("Task_ClassifyCase")).isCreated().hasAssignee("handongsheng");
        answer("Task_ClassifyCase", "classification", Map.of("category", "99-99", "gridCode", GRID));
        theCase().hasVariable("classificationValid", false);
        assertThat(view(receipt).state()).isNotEqualTo(CaseState.ACCEPTING);

        answer("Task_ClassifyCase", "classification", Map.of("category", GARBAGE, "gridCode", GRID, "note", "电话核实"));
        assertThat(open("Task_AcceptCase")).isCreated().hasAssignee("wangchunsheng");
        completed(theCase(), "Task_ClassifyCase", "Task_CheckClassification", "Gateway_ClassificationValid");
        assertThat(awaitCase(receipt, it -> it.state() == CaseState.ACCEPTING).category()).contains("暴露垃圾");
    }

    @Test
    void namesTheLawfulRouteWhenAMatterIsNotAcceptable() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(Map.of("decision", "refuse", "refusalRoute", "litigation"));
        theCase().hasVariable("acceptanceResult", "invalid");
        accept(Map.of("decision", "refuse", "refusalRoute", "litigation", "reason", "该事项已进入诉讼程序。"));

        theCase().isCompleted().hasNotActivatedElements("Call_DispatchCase");
        assertThat(view(receipt)).returns(Resolution.REFUSED, CaseView::resolution);
        assertThat(view(receipt).publicText()).contains("诉讼").contains("该事项已进入诉讼程序");
    }

    @Test
    void endsAnEmergencyWithTheNumberToCall() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(Map.of("decision", "emergency", "emergencyLine", "119"));
        completed(theCase().isCompleted(), "Task_PassThrough");
        assertThat(view(receipt)).returns(Resolution.PASSED_ON, CaseView::resolution);
    }

    @Test
    void closesADuplicateUnderTheNumberOfTheFirstCase() {
        var first = aReportedCase(GARBAGE, GRID);
        accept(Map.of("decision", "onSpot", "result", "网格长到场已清理。"));
        awaitCase(first, it -> it.state() == CaseState.CLOSED || it.state() == CaseState.VERIFYING);
        var second = aReportedCase(GARBAGE, "G0102");
        accept(Map.of("decision", "duplicate", "duplicateOf", first.caseNumber()));

        var closed = awaitCase(second, it -> it.state() == CaseState.CLOSED);
        assertThat(closed.resolution()).isEqualTo(Resolution.DUPLICATE);
        assertThat(closed.publicText()).contains(first.caseNumber());
    }

    @Test
    void verifiesASampleOfWhatWasHandledOnTheSpot() {
        List<Receipt> receipts = IntStream.range(0, 8).mapToObj(i -> aCaseHandledOnTheSpot()).toList();
        var states = receipts.stream()
                .map(it -> awaitCase(it, now -> now.state() == CaseState.CLOSED || now.state() == CaseState.VERIFYING))
                .toList();

        assertThat(states).extracting(CaseView::state).contains(CaseState.CLOSED, CaseState.VERIFYING);
        for (CaseView it : states) {
            var story = assertThat(byKey(it.processInstanceKey()));
            story.hasNotActivatedElements("Task_AcceptCase");
            completed(story, "Task_RecordOnSpot", "Gateway_Sampled");
            if (it.state() == CaseState.CLOSED) {
                story.isCompleted();
            }
        }
        assertThat(states).filteredOn(it -> it.state() == CaseState.CLOSED)
                .extracting(CaseView::resolution)
                .containsOnly(Resolution.SOLVED_ON_SPOT);
    }

    @Test
    void dispatchesAnOnTheSpotCaseThatDidNotHold() {
        var sampled = IntStream.range(0, 8).mapToObj(i -> aCaseHandledOnTheSpot())
                .filter(it -> awaitCase(it,
                        now -> now.state() == CaseState.CLOSED || now.state() == CaseState.VERIFYING)
                        .state() == CaseState.VERIFYING)
                .findFirst().orElseThrow();
        var key = view(sampled).processInstanceKey();
        assertThat(open("Task_VerifyCase", key)).isCreated();
        engine.completeUserTask(open("Task_VerifyCase", key),
                Map.of("verification", Map.of("decision", "rework", "opinion", "现场仍有垃圾，未清理。")));
        handle(DONE);
        assertThat(open("Task_VerifyCase", key)).isCreated();
        engine.completeUserTask(open("Task_VerifyCase", key), Map.of("verification", PASS));

        assertThat(byKey(key)).isCompleted();
        assertThat(view(sampled).resolution()).isEqualTo(Resolution.SOLVED);
    }

    @Test
    void asksTheDispatcherWhenNoRuleNamesAUnitAndAfterAReturn() {
        var receipt = aReportedCase(OTHER, GRID);
        accept(ACCEPT);
        assertThat(open("Task_AssignUnit")).isCreated().hasAssignee("fengguifang");
        assign(Map.of("unit", "nobody", "reason", "试一试看看"));
        process("DispatchCaseProcess").hasVariable("assignmentValid", false);
        assign(Map.of("unit", "housing", "reason", "属住建部门职责。"));
        sign(SIGN);
        handle(Map.of("decision", "done"));
        process("HandleCaseProcess").hasVariable("handlingResult", "invalid");
        handle(Map.of("decision", "return", "reason", "不属于本单位职责。"));
        assertThat(open("Task_AssignUnit")).isCreated();
        assertThat(awaitCase(receipt, it -> it.state() == CaseState.ASSIGNING).history())
                .anyMatch(entry -> String.valueOf(entry.internalText()).contains("不属于本单位职责"));
        assign(Map.of("unit", "community", "reason", "由社区先行处理。"));
        assertThat(open("Task_HandleCase")).isCreated().hasAssignee("lilijuan");
        handle(Map.of("decision", "reportUp", "reason", "需要社区出面协调。"));
        assertThat(open("Task_HandleCase")).isCreated().hasAssignee("luoxiaolan");
        REACHED.add("Task_ReportUpCase");
        handle(DONE);
        verify(Map.of("decision", "rework"));
        theCase().hasVariable("verificationResult", "invalid");
        verify(Map.of("decision", "rework", "opinion", "墙角仍有遗留，请返工。"));
        handle(DONE);
        verify(Map.of("decision", "inspect"));
        answer("Task_InspectCase", "inspection", Map.of("result", "unable", "words", "院门上锁，进不去。"));
        verify(Map.of("decision", "unable", "opinion", "涉及产权纠纷，无法解决。"));

        completed(theCase().isCompleted(), "Call_InspectCase");
        completed(process("DispatchCaseProcess"), "Task_AssignUnit", "Task_CheckAssignment", "Gateway_AssignmentValid");
        assertThat(view(receipt)).returns(Resolution.UNABLE, CaseView::resolution).returns(2, CaseView::round);
    }

    @Test
    void endsACaseThatItsReporterWithdraws() {
        var receipt = aReportedCase(GARBAGE, GRID);
        assertThat(open("Task_AcceptCase")).isCreated();
        assertThat(withdrawing.withdraw(receipt.receiptCode(), "问题已经自行解决。")).isEmpty();

        theCase().isCompleted().hasTerminatedElement("Task_AcceptCase", 1);
        completed(theCase(), "SubProcess_Withdrawal", "StartEvent_CaseWithdrawn", "Task_CloseWithdrawnCase",
                "Task_TellWithdrawal", "EndEvent_WithdrawalClosed");
        assertThat(view(receipt)).returns(CaseState.CLOSED, CaseView::state).returns(Resolution.WITHDRAWN,
                CaseView::resolution);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theseStoriesReachedEveryElementOfTheLoopAndOfTheDispatch() {
        assertThat(REACHED).containsAll(Models.flowNodes("GridCaseProcess"));
        assertThat(REACHED).containsAll(Models.flowNodes("DispatchCaseProcess"));
    }
}
