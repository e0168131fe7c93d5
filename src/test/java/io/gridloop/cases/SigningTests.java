package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.territory.CountyChanges;
import io.gridloop.territory.CountyChange.Leave;
import io.gridloop.territory.CountyChange.Undo;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing for a case (签收) is a step of its own, with a limit of its own. */
@CasesTest
class SigningTests {

    private static final Map<String, String> SIGN = Map.of("decision", "sign");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Tasks tasks;

    @Autowired
    private CountyChanges changes;

    @Autowired
    private TurnableClock clock;

    @Test
    void aDepartmentHasTwoHoursToSignWhileTheDeadlineRuns() {
        long caseId = walk.accepted();
        var result = walk.dispatchTo(caseId, "urbanManagement");
        assertThat(result.get("signDueAt")).isNotNull().isNotEqualTo(result.get("dueAt"));
        assertThat(walk.view(caseId).signing()).startsWith("待签收，应于").contains("前签收");
        assertThat(walk.view(caseId).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
    }

    @Test
    void thePeopleOfTheGridNeedNotSign() {
        long caseId = walk.accepted();
        assertThat(walk.dispatch(caseId)).containsEntry("signDueAt", null);
        assertThat(walk.view(caseId).signing()).isNull();
    }

    @Test
    void whoSignsInTimeSigned() {
        long caseId = walk.waitingForSignature();
        clock.turn(Duration.ofHours(1));
        assertThat(walk.answerSigning(caseId, SIGN)).containsEntry("signingResult", "signed");
        assertThat(walk.view(caseId).signing()).endsWith("签收").doesNotContain("逾期");
        assertThat(walk.view(caseId).history().getLast().internalText()).isEqualTo("已签收。");
        assertThat(walk.view(caseId).history().getLast().actorName()).contains("张立新");
    }

    @Test
    void whatNobodySignedForInTimeIsSignedByTheSystemAndCountsAsLate() {
        long caseId = walk.waitingForSignature();
        var step = CaseWalk.step(caseId, "Task_SignForCase");
        walk.prepare(step);
        clock.turn(Duration.ofHours(3));
        assertThat(walk.signAutomatically(caseId)).containsEntry("signingResult", "signed");
        assertThat(walk.view(caseId).signing()).contains("逾期未签收，系统自动签收");
        assertThat(walk.view(caseId).history().getLast()).satisfies(entry -> {
            assertThat(entry.internalText()).contains("系统自动签收，计为签收不及时");
            assertThat(entry.actorName()).isEqualTo("系统");
        });
        assertThat(tasks.find(step.elementInstanceKey()).orElseThrow().state()).isEqualTo("CLOSED");
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.HANDLING);
    }

    @Test
    void whatWasAnsweredAtTheDeskInTimeIsInTimeAlsoWhenTheEngineIsSlow() {
        long caseId = walk.waitingForSignature();
        var step = CaseWalk.step(caseId, "Task_SignForCase");
        walk.prepare(step);
        clock.turn(Duration.ofMinutes(119));
        assertThat(tasks.answer(step.elementInstanceKey(), "zhanglixin", SIGN)).isEmpty();
        clock.turn(Duration.ofMinutes(10));
        assertThat(walk.checkSigning(caseId, SIGN)).containsEntry("signingResult", "signed");
        assertThat(walk.view(caseId).signing()).doesNotContain("逾期");
    }

    @Test
    void whoSignsTooLateIsLate() {
        long caseId = walk.waitingForSignature();
        clock.turn(Duration.ofHours(3));
        walk.answerSigning(caseId, SIGN);
        assertThat(walk.view(caseId).signing()).contains("签收，逾期");
    }

    @Test
    void whatIsReturnedAtSigningGoesBackToTheDispatcher() {
        long caseId = walk.waitingForSignature();
        assertThat(walk.answerSigning(caseId, Map.of("decision", "return"))).containsEntry("signingResult", "invalid")
                .containsEntry("formProblem", "请填写退回理由。");
        assertThat(walk.answerSigning(caseId, Map.of())).containsEntry("formProblem", "请选择：签收或退单。");
        assertThat(walk.answerSigning(caseId, Map.of("decision", "return", "reason", "应由住建部门办理")))
                .containsEntry("signingResult", "returned");
        assertThat(walk.view(caseId)).returns(CaseState.ASSIGNING, CaseView::state).returns(null, CaseView::signing);
        assertThat(walk.view(caseId).history().getLast().internalText()).contains("退回：应由住建部门办理");
    }

    @Test
    void reworkByWhoSignedIsNotSignedForAgain() {
        long caseId = walk.waitingForSignature();
        walk.answerSigning(caseId, SIGN);
        rework(caseId);
        assertThat(walk.dispatchTo(caseId, "urbanManagement")).containsEntry("signDueAt", null);
    }

    @Test
    void reworkBySomebodyElseIsSignedForAgain() {
        long caseId = walk.waitingForSignature();
        walk.answerSigning(caseId, SIGN);
        rework(caseId);
        var left = changes.make(new Leave("zhanglixin", null), "caojiayi");
        try {
            assertThat(walk.dispatchTo(caseId, "urbanManagement").get("signDueAt")).isNotNull();
            assertThat(walk.view(caseId).handler()).contains("高秀兰");
        } finally {
            changes.make(new Undo(left.id()), "caojiayi");
        }
    }

    @Test
    void theTaskToSignMovesWithThePerson() {
        long caseId = walk.waitingForSignature();
        walk.prepare(caseId, "Task_SignForCase");
        var left = changes.make(new Leave("zhanglixin", null), "caojiayi");
        try {
            assertThat(tasks.openTasksOf("gaoxiulan")).anyMatch(task -> task.caseId() == caseId);
            assertThat(walk.view(caseId).handler()).contains("高秀兰");
        } finally {
            changes.make(new Undo(left.id()), "caojiayi");
        }
    }

    private void rework(long caseId) {
        walk.answerHandling(caseId, Map.of("decision", "done", "result", "已清运垃圾并冲洗地面"));
        walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "还有残留，重新清理"));
    }
}
