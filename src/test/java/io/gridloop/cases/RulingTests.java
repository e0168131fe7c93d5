package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/**
 * Disputes of dispatch are ruled on, and the ruling holds: 《北京市接诉即办工作条例》 articles 12 and 14,
 * 《潍坊市12345政务服务便民热线条例》 article 22.
 */
@CasesTest
class RulingTests {

    private static final Map<String, String> RETURN = Map.of("decision", "return", "reason", "确实不属于我单位");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private EngineLinks links;

    @Autowired
    private Registering registering;

    @Test
    void weifang22TheUnitThatHasToKeepACaseMayNotReturnItASecondTime() {
        long caseId = returnedOnce();
        assertThat(walk.ruled(caseId, "maintain", "", "属城市管理局职责清单第三项").get("route"))
                .isEqualTo(Map.of("level", "department", "post", "", "lead", "urbanManagement", "coHandlers", "",
                        "ruleCode", "manual"));
        walk.dispatchTo(caseId, "urbanManagement");

        assertThat(walk.answerSigning(caseId, RETURN)).containsEntry("signingResult", "invalid").hasEntrySatisfying(
                "formProblem", problem -> assertThat(String.valueOf(problem)).contains("冯桂芳", "裁定维持原派遣",
                        "属城市管理局职责清单第三项", "不能再退单"));
        walk.answerSigning(caseId, Map.of("decision", "sign"));
        assertThat(walk.answerHandling(caseId, RETURN)).containsEntry("handlingResult", "invalid");
        assertThat(decisions(caseId, "Task_SignForCase")).containsExactly("sign");
        assertThat(decisions(caseId, "Task_HandleCase")).containsExactly("done");
        assertThat(walk.view(caseId).blameLoopAt()).as("one dispute is no blame loop").isNull();
    }

    @Test
    void beijing12AUnitMayDisputeADispatchOnce() {
        long caseId = walk.waitingForSignature();
        assertThat(decisions(caseId, "Task_SignForCase")).containsExactly("sign", "return");
        walk.answerSigning(caseId, RETURN);
        assertThat(card(caseId, "Task_AssignUnit").get("returns").toString()).contains("城市管理局", "张立新", "退单",
                "确实不属于我单位");
    }

    @Test
    void theDispatcherHasToGiveAReasonForMaintaining() {
        long caseId = returnedOnce();
        assertThat(walk.ruled(caseId, "maintain", "", "")).containsEntry("formProblem", "请填写裁定理由。");
        assertThat(walk.ruled(caseId, "grant", "urbanManagement", "仍由你单位办理")).hasEntrySatisfying("formProblem",
                problem -> assertThat(String.valueOf(problem)).contains("请另选承办单位"));
        assertThat(walk.ruled(caseId, "grant", "housing", "")).containsEntry("assignmentValid", true);
    }

    @Test
    void whereNothingIsSaidTheUnitTellsWhatTheRulingIs() {
        long caseId = returnedOnce();
        assertThat(walk.answerAssignment(caseId, Map.of("unit", "urbanManagement"))).containsEntry("formProblem",
                "请填写裁定理由。");
        walk.answerAssignment(caseId, Map.of("unit", "urbanManagement", "reason", "属你单位职责"));
        assertThat(walk.view(caseId).history().getLast().internalText()).contains("维持原派遣，仍由城市管理局办理", "裁定后不能再退单");
    }

    @Test
    void whoReturnedIsToldOfTheRuling(AssertablePublishedEvents events) {
        long caseId = returnedOnce();
        walk.ruled(caseId, "grant", "housing", "");
        assertThat(events.ofType(StaffNotice.class).matching(notice -> notice.caseId() == caseId
                && notice.login().equals("zhanglixin") && notice.text().contains("改派住房和城乡建设局"))).hasSize(1);
    }

    @Test
    void aCaseThatComesBackToAUnitThatReturnedItIsABlameLoopAndStaysThere() {
        long caseId = returnedOnce();
        walk.ruled(caseId, "grant", "housing", "");
        walk.returnedBy(caseId, "housing");
        assertThat(walk.ruled(caseId, "grant", "urbanManagement", "")).containsEntry("formProblem", "请填写裁定理由。");
        walk.ruled(caseId, "grant", "urbanManagement", "经核对属城管职责");
        assertThat(walk.view(caseId).blameLoopAt()).isNotNull();
        walk.dispatchTo(caseId, "urbanManagement");
        assertThat(walk.answerHandling(caseId, RETURN)).hasEntrySatisfying("formProblem",
                problem -> assertThat(String.valueOf(problem)).contains("由城市管理局办理", "经核对属城管职责"));
    }

    @Test
    void theThirdReturnMakesTheNextAssignmentTheLast() {
        long caseId = walk.passedAround();
        assertThat(walk.view(caseId).blameLoopAt()).isNotNull();
        assertThat(card(caseId, "Task_AssignUnit").get("ruling").toString()).contains("推诿案件", "本次派遣即为裁定");
        assertThat(walk.ruled(caseId, "grant", "civilAffairs", "")).containsEntry("formProblem", "请填写裁定理由。");
        walk.ruled(caseId, "grant", "civilAffairs", "由民政局牵头办理");
        walk.dispatchTo(caseId, "civilAffairs");
        assertThat(walk.answerSigning(caseId, RETURN)).containsEntry("signingResult", "invalid");
    }

    @Test
    void beijing14TheFirstReceiverStandsFirstOnceACaseWasPassedAround() {
        long caseId = returnedOnce();
        assertThat(units(caseId).getFirst()).isNotEqualTo("urbanManagement");
        assertThat(walk.view(caseId).firstReceiver()).isEqualTo("城市管理局");
        long passed = walk.passedAround();
        assertThat(units(passed)).startsWith("urbanManagement").doesNotHaveDuplicates().hasSize(11);
        assertThat(walk.prepare(passed, "Task_AssignUnit").get("assignment")).isEqualTo(Map.of("unit",
                "urbanManagement"));
    }

    @Test
    void aCaseThatAnotherInstanceTakesUpKeepsItsRuling() {
        long caseId = returnedOnce();
        walk.ruled(caseId, "maintain", "", "属你单位职责");
        assertThat(links.restart(caseId, caseId * 10, "流程实例丢失")).isTrue();
        registering.register(CaseWalk.step(caseId, "Task_RegisterCase"), 2, caseId * 10 + 1);
        walk.dispatchTo(caseId, "urbanManagement");
        assertThat(walk.view(caseId).firstReceiver()).isEqualTo("城市管理局");
        assertThat(walk.answerSigning(caseId, RETURN)).containsEntry("signingResult", "invalid");
    }

    private long returnedOnce() {
        long caseId = walk.accepted();
        walk.returnedBy(caseId, "urbanManagement");
        return caseId;
    }

    private List<String> decisions(long caseId, String element) {
        return values(caseId, element, "decisions");
    }

    private List<String> units(long caseId) {
        return values(caseId, "Task_AssignUnit", "units");
    }

    @SuppressWarnings("unchecked")
    private List<String> values(long caseId, String element, String list) {
        var options = (Map<String, List<TaskOptions.Option>>) walk.prepare(caseId, element).get("options");
        return options.get(list).stream().map(TaskOptions.Option::value).toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> card(long caseId, String element) {
        return (Map<String, Object>) walk.prepare(caseId, element).get("caseCard");
    }
}
