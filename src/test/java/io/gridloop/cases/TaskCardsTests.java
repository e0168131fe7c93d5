package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.territory.Territory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CasesTest
class TaskCardsTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Territory territory;

    @Autowired
    private Tasks tasks;

    @Autowired
    private ObjectMapper json;

    @Test
    void givesEachTaskToItsPerson() {
        long caseId = walk.beingHandled();
        assertThat(assignee(caseId, "Task_ClassifyCase")).isEqualTo(territory.intakeOfficer().login());
        assertThat(assignee(caseId, "Task_AcceptCase")).isEqualTo(territory.leaderOf(CaseWalk.GRID).login());
        assertThat(assignee(caseId, "Task_AssignUnit")).isEqualTo(territory.dispatcher().login());
        assertThat(assignee(caseId, "Task_HandleCase"))
                .isEqualTo(territory.handlerFor(CaseWalk.GRID, "community", "patrol", "").login());
        assertThat(assignee(caseId, "Task_VerifyCase")).isEqualTo(territory.leaderOf(CaseWalk.GRID).login());
        assertThat(assignee(caseId, "Task_SuperviseOverdue")).isEqualTo(territory.supervisor().login());
    }

    @Test
    void asksNobodyToSuperviseWhatIsHandledNoMore() {
        long caseId = walk.handled();
        walk.prepare(caseId, "Task_SuperviseOverdue");
        assertThat(tasks.openTasksOf(territory.supervisor().login()))
                .noneMatch(task -> task.caseId() == caseId && task.element().equals("Task_SuperviseOverdue"));
    }

    @Test
    void knowsNoOtherTasks() {
        long caseId = walk.beingHandled();
        assertThatThrownBy(() -> walk.prepare(caseId, "Task_Unknown")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void offersOnlyTheListsATaskNeeds() {
        long caseId = walk.beingHandled();
        assertThat(options(caseId, "Task_ClassifyCase")).containsOnlyKeys("categories", "grids");
        assertThat(options(caseId, "Task_ClassifyCase").get("categories")).hasSize(47);
        assertThat(options(caseId, "Task_AcceptCase")).containsOnlyKeys("routes");
        assertThat(options(caseId, "Task_AssignUnit").get("units")).hasSize(11);
        assertThat(options(caseId, "Task_HandleCase")).containsOnlyKeys("decisions");
        assertThat(options(caseId, "Task_VerifyCase")).isEmpty();
    }

    @Test
    void showsWhatWhereHistoryAndDeadline() {
        long caseId = walk.beingHandled();
        var card = card(caseId, "Task_HandleCase");
        assertThat(card).containsOnlyKeys("number", "channel", "state", "category", "place", "text", "history",
                "similar", "deadline", "supervision", "nextLevel", "inspection", "signing", "returns", "firstReceiver",
                "ruling", "page", "together");
        assertThat(card.get("number")).isEqualTo(walk.view(caseId).caseNumber());
        assertThat(card.get("category")).isEqualTo("市容环境 · 暴露垃圾");
        assertThat(card.get("history").toString()).startsWith("- ").contains("按规则 R-0102-C");
        assertThat(card.get("deadline").toString()).startsWith("限4个工作时，至");
        assertThat(card.get("page")).isEqualTo("http://127.0.0.1:8090/cases/" + walk.view(caseId).caseNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"垃圾堆积。", "<b>*</b>", "𠮷", "\"\\"})
    void staysWithinFourKilobytesAndSaysThatItIsCut(String unit) throws Exception {
        long caseId = walk.registered(with(aReport(), "01-02", CaseWalk.GRID,
                unit.repeat(8_000 / unit.codePointCount(0, unit.length())), null));
        walk.answerAcceptance(caseId, Map.of("decision", "accept", "handlingLevel", "county"));
        for (int i = 0; i < 8; i++) {
            walk.dispatch(caseId);
            walk.answerHandling(caseId,
                    Map.of("decision", "return", "reason", unit.repeat(500 / unit.codePointCount(0, unit.length()))));
        }
        var card = card(caseId, "Task_AssignUnit");
        assertThat(json.writeValueAsBytes(card).length).isLessThanOrEqualTo(CaseCards.LIMIT);
        assertThat(card.get("text").toString()).contains("全文见案件页");
        assertThat(card.get("history").toString()).contains("更早的记录见案件页");
    }

    @Test
    void hidesTheReporterAndMasksAndEscapesFreeText() {
        var text = "我是410823199001011234，电话13987654321，<script>alert(1)</script> **急** [点](http://x.cn)";
        var card = card(walk.registered(with(aReport(), "01-02", CaseWalk.GRID, text, null)), "Task_AcceptCase")
                .toString();
        assertThat(card).doesNotContain("13987654321", "410823199001011234", "13812345678", "李某", "<script", "](",
                "//x.cn)", "**急");
        assertThat(card).contains("&#42;");
    }

    private String assignee(long caseId, String element) {
        return String.valueOf(walk.prepare(caseId, element).get("assignee"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> card(long caseId, String element) {
        return (Map<String, Object>) walk.prepare(caseId, element).get("caseCard");
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<?>> options(long caseId, String element) {
        return (Map<String, List<?>>) walk.prepare(caseId, element).get("options");
    }
}
