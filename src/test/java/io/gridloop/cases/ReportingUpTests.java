package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ladder from the grid over community and street to the county. */
@CasesTest
class ReportingUpTests {

    private static final Map<String, String> UP = Map.of("decision", "reportUp", "reason", "需要上级协调");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private TurnableClock clock;

    @Test
    void goesFromTheGridToTheManagersOfItsCommunityAndItsStreet() {
        long caseId = walk.beingHandled();
        assertThat(walk.answerHandling(caseId, UP)).containsEntry("handlingResult", "reportedUp");
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.ASSIGNING);
        walk.dispatchTo(caseId, Unit.COMMUNITY);
        assertThat(walk.view(caseId).handler()).contains("社区管理员罗晓岚");
        assertThat(walk.prepare(caseId, "Task_HandleCase")).containsEntry("assignee", "luoxiaolan");
        walk.answerHandling(caseId, UP);
        walk.dispatchTo(caseId, Unit.STREET);
        assertThat(walk.view(caseId).handler()).contains("街道管理员段文斌");
        assertThat(walk.answerHandling(caseId, Map.of("decision", "done", "result", "街道已协调解决")))
                .containsEntry("handlingResult", "handled");
    }

    @Test
    void tellsTheReporterAndKeepsTheReasonInside() {
        long caseId = walk.beingHandled();
        walk.answerHandling(caseId, UP);
        assertThat(walk.view(caseId).history().getLast()).satisfies(entry -> {
            assertThat(entry.publicText()).isEqualTo("已上报上级处理。");
            assertThat(entry.internalText()).contains("上报上级：需要上级协调");
        });
    }

    @Test
    void theDeadlineGoesOnAsItWas() {
        long caseId = walk.beingHandled();
        var dueAt = walk.view(caseId).dueAt();
        clock.turn(Duration.ofHours(1));
        walk.answerHandling(caseId, UP);
        var result = walk.dispatchTo(caseId, Unit.STREET);
        assertThat(walk.view(caseId).dueAt()).isEqualTo(dueAt);
        assertThat(result).containsEntry("signDueAt", null);
    }

    @Test
    void reworkGoesBackToTheManagerWhoHandledIt() {
        long caseId = walk.beingHandled();
        walk.answerHandling(caseId, UP);
        walk.dispatchTo(caseId, Unit.COMMUNITY);
        walk.answerHandling(caseId, Map.of("decision", "done", "result", "社区已协调解决"));
        walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "还有遗留问题"));
        walk.dispatchTo(caseId, Unit.COMMUNITY);
        assertThat(walk.view(caseId).handler()).contains("罗晓岚");
    }

    @Test
    void aDepartmentHasNoLevelAboveIt() {
        long caseId = walk.waitingForSignature();
        walk.answerSigning(caseId, Map.of("decision", "sign"));
        assertThat(walk.answerHandling(caseId, UP)).containsEntry("formProblem", "部门承办的案件不能上报上级，请办理或退回。");
    }

    @Test
    void whatTheDispatcherSendsBackDownStaysThere() {
        long caseId = walk.beingHandled();
        walk.answerHandling(caseId, UP);
        assertThat(walk.ruled(caseId, "maintain", "", "网格可以办理")).containsEntry("assignmentValid", true);
        walk.dispatchTo(caseId, Unit.GRID);
        assertThat(walk.answerHandling(caseId, UP)).hasEntrySatisfying("formProblem",
                problem -> assertThat(String.valueOf(problem)).contains("不能再退单或上报"));
    }
}
