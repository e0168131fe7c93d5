package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An approval that a designer added works without code of its own. */
@CasesTest
class AgreeingTests {

    private static final String TASK = "Task_DispatcherApprovalOfDispatch";
    private static final String CHECK = "Task_CheckDispatcherApprovalOfDispatch";

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Agreeing agreeing;

    @Autowired
    private Tasks tasks;

    @Autowired
    private List<HumanStep> steps;

    @ParameterizedTest
    @CsvSource({"Task_LeaderApproval,wangchunsheng", "Task_DispatcherApproval,fengguifang",
            "Task_SupervisorApprovalOfReturn,dengjianshe"})
    void asksThePersonThatTheIdNames(String task, String login) {
        assertThat(walk.prepare(walk.accepted(), task)).containsEntry("assignee", login);
    }

    @Test
    void recordsAnAgreementAndLeavesTheCaseAsItIs() {
        long caseId = walk.accepted();
        walk.prepare(caseId, TASK);
        assertThat(answer(caseId, Map.of("decision", "agree", "opinion", "照此派遣"))).containsEntry("approvalResult",
                "agreed");
        var view = walk.view(caseId);
        assertThat(view.state()).isEqualTo(CaseState.ASSIGNING);
        assertThat(view.history().getLast().internalText()).isEqualTo("审批同意。照此派遣");
        assertThat(view.history().getLast().publicText()).isNull();
        assertThat(view.history().getLast().actorName()).contains("冯桂芳");
    }

    @Test
    void recordsARefusal() {
        long caseId = walk.accepted();
        walk.prepare(caseId, TASK);
        assertThat(answer(caseId, Map.of("decision", "refuse", "opinion", "应由社区办理")))
                .containsEntry("approvalResult", "refused");
        assertThat(walk.view(caseId).history().getLast().internalText()).isEqualTo("审批不同意：应由社区办理");
    }

    @Test
    void sendsARefusalWithoutAReasonBack() {
        long caseId = walk.accepted();
        walk.prepare(caseId, TASK);
        assertThat(answer(caseId, Map.of("decision", "refuse"))).containsEntry("approvalResult", "invalid")
                .containsEntry("formProblem", "请填写不同意的理由。");
    }

    @Test
    void showsAtTheDesk() {
        var step = CaseWalk.step(walk.accepted(), TASK);
        walk.prepare(step);
        var task = tasks.find(step.elementInstanceKey()).orElseThrow();
        assertThat(List.of(task.title(), task.form(), task.answerVariable())).containsExactly("审批", "approveCase",
                "approval");
        assertThat(tasks.answer(step.elementInstanceKey(), "fengguifang", Map.of("decision", "perhaps")))
                .isEqualTo(Optional.of("请选择审批意见：同意或不同意。"));
    }

    @Test
    void knowsEveryStepThatPeopleDecideAndNoOther() {
        assertThat(steps).allMatch(step -> HumanTasks.known(step.task()));
        assertThat(List.of("Task_BossApproval", "Task_LeaderApprovalof", "Task_Approve", "LeaderApproval"))
                .noneMatch(HumanTasks::known);
    }

    @Test
    void refusesToCheckWhatIsNoApproval() {
        var step = CaseWalk.step(walk.accepted(), "Task_CheckAcceptance");
        assertThatThrownBy(() -> agreeing.check(step, Answer.of(Map.of("decision", "agree"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, @Nullable Object> answer(long caseId, Map<String, ?> answer) {
        return agreeing.check(CaseWalk.step(caseId, CHECK), Answer.of(answer));
    }
}
