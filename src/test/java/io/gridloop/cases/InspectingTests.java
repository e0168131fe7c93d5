package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Nobody looks at their own work; what others found on the spot stands on the card of who decides. */
@CasesTest
class InspectingTests {

    private static final Map<String, String> ORDER = Map.of("decision", "inspect");
    private static final Map<String, String> BAD = Map.of("result", "notPass", "words", "墙角仍有垃圾。");

    @Autowired
    private CaseWalk walk;

    @Test
    void sendsSomebodyWhoDidNotHandleIt() {
        assertThat(walk.prepare(walk.handled(), "Task_InspectCase").get("assignee")).as("the full-time worker did it")
                .isEqualTo("liuyuqing");
        long onSpot = solvedOnTheSpot();
        assertThat(walk.prepare(onSpot, "Task_VerifyCase").get("assignee")).as("the leader did it")
                .isEqualTo("luoxiaolan");
        assertThat(walk.prepare(onSpot, "Task_InspectCase").get("assignee")).isEqualTo("lilijuan");
        assertThat(walk.prepare(walk.handled(), "Task_VerifyCase").get("assignee")).isEqualTo("wangchunsheng");
    }

    @Test
    void showsWhatWasFoundToWhoDecidesAndAsksThemWhyTheyPassItAllTheSame() {
        long caseId = walk.handled();
        assertThat(walk.answerVerification(caseId, ORDER)).containsEntry("verificationResult", "inspect");
        assertThat(walk.answerInspection(caseId, Map.of("result", "notPass"))).containsEntry("inspectionResult",
                "invalid");
        assertThat(walk.answerInspection(caseId, BAD)).containsEntry("inspectionResult", "notPass");
        var card = (Map<?, ?>) walk.prepare(caseId, "Task_VerifyCase").get("caseCard");
        assertThat(card.get("inspection").toString()).contains("没有通过：墙角仍有垃圾");
        assertThat(walk.view(caseId).inspection()).contains("墙角仍有垃圾");
        assertThat(String.valueOf(walk.answerVerification(caseId, ORDER).get("formProblem"))).contains("已经独立核查过");
        assertThat(String.valueOf(walk.answerVerification(caseId, Map.of("decision", "pass")).get("formProblem")))
                .contains("仍然通过的理由");
        assertThat(walk.answerVerification(caseId, Map.of("decision", "pass", "opinion", "垃圾属于邻栋。")))
                .containsEntry("verificationResult", "passed");
    }

    @Test
    void forgetsWhatWasFoundInAnEarlierRound() {
        long caseId = walk.handled();
        walk.answerVerification(caseId, ORDER);
        walk.answerInspection(caseId, BAD);
        walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "墙角还有。"));
        assertThat(walk.view(caseId).inspection()).isNull();
    }

    @Test
    void tellsTheSupervisorAfterThreeReworksOnce(AssertablePublishedEvents events) {
        long caseId = walk.handled();
        for (int i = 0; i < 4; i++) {
            walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "墙角还有。"));
            walk.answerHandling(caseId, Map.of("decision", "done", "result", "又清理了一遍"));
        }
        assertThat(events.ofType(StaffNotice.class).matching(it -> it.caseId() == caseId
                && it.login().equals("dengjianshe"))).hasSize(1);
        assertThat(walk.view(caseId).round()).isEqualTo(5);
    }

    @Test
    void endsWithAnExplanation() {
        long caseId = walk.handled();
        assertThat(walk.answerVerification(caseId, Map.of("decision", "explain", "opinion", "该路段明年统一改造。")))
                .containsEntry("verificationResult", "explained");
        walk.close(caseId);
        assertThat(walk.view(caseId).publicText()).contains("解释说明：该路段明年统一改造");
        assertThat(walk.view(caseId).resolution()).isEqualTo(Resolution.EXPLAINED);
    }

    private long solvedOnTheSpot() {
        long caseId;
        do {
            caseId = walk.registered(aReport());
            walk.answerAcceptance(caseId, Map.of("decision", "onSpot", "result", "网格长到场已清理。"));
        } while (!walk.recordOnSpot(caseId));
        return caseId;
    }
}
