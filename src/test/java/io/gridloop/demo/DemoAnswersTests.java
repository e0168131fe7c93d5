package io.gridloop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoAnswersTests {

    private static final String NUMBER = "WZ26-000002-1";
    private static final String OPTIONS = """
            {"grids":[{"label":"第一网格","value":"G1"}],"routes":[{"label":"诉讼","value":"litigation"}],
             "units":[{"label":"社区","value":"community"}],"categories":[]}""";

    private final DemoPlan plan = new DemoPlan(1, 0, false,
            List.of(script(DemoPath.STRAIGHT, null), script(DemoPath.DUPLICATE, null)));
    private final DemoMemory memory = new DemoMemory(plan);
    private final DemoAnswers answers = new DemoAnswers(memory);

    @Test
    void givesACaseWithoutCategoryTheOneOfItsScriptAndAGridThatTheFormOffers() {
        assertThat(values(task("Task_ClassifyCase"), script(DemoPath.STRAIGHT, null)))
                .containsEntry("category", "06-01").containsEntry("gridCode", "G1");
    }

    @Test
    void leavesOutTheReasonAtFirstAndMendsItWhenTheFormNamesTheProblem() {
        var script = script(DemoPath.STRAIGHT, "Task_AcceptCase");
        assertThat(values(task("Task_AcceptCase"), script)).containsOnly(Map.entry("decision", "refuse"));
        assertThat(values(task("Task_AcceptCase", "\"请填写理由\"", 1), script)).containsEntry("decision", "accept");
    }

    @Test
    void waitsWithALateCaseUntilTheSupervisorHasUrgedOnce() {
        var late = script(DemoPath.LATE, null);
        assertThat(answers.answer(task("Task_HandleCase"), late)).isEmpty();
        var urge = answers.answer(task("Task_SuperviseOverdue"), late).orElseThrow();
        assertThat(urge.event()).isEqualTo(DemoEvent.URGED);
        memory.remember(NUMBER, DemoEvent.URGED);
        assertThat(answers.answer(task("Task_SuperviseOverdue"), late)).isEmpty();
        assertThat(answers.answer(task("Task_HandleCase"), late)).isEmpty();
        memory.remember(NUMBER, DemoEvent.URGE_READ);
        assertThat(values(task("Task_HandleCase"), late)).containsEntry("decision", "done");
    }

    @Test
    void helpsWhoeverLeads() {
        assertThat(values(task("Task_AssistCase"), script(DemoPath.LATE, null))).containsEntry("decision", "done");
    }

    @Test
    void returnsACaseOnce() {
        var returned = script(DemoPath.RETURNED, null);
        assertThat(values(task("Task_HandleCase"), returned)).containsEntry("decision", "return");
        memory.remember(NUMBER, DemoEvent.RETURNED);
        assertThat(values(task("Task_HandleCase"), returned)).containsEntry("decision", "done");
    }

    @Test
    void signsForWhatADepartmentGets() {
        assertThat(values(task("Task_SignForCase"), script(DemoPath.RETURNED, null))).containsOnly(
                Map.entry("decision", "sign"));
    }

    @Test
    void sendsACaseBackInItsFirstRoundOnly() {
        var reworked = script(DemoPath.REWORKED, null);
        assertThat(values(task("Task_VerifyCase", "null", 1), reworked)).containsEntry("decision", "rework");
        assertThat(values(task("Task_VerifyCase", "null", 2), reworked)).containsEntry("decision", "pass");
    }

    @Test
    void namesAnEarlierCaseThatIsNoDuplicateItselfAndWaitsUntilThereIsOne() {
        var duplicate = script(DemoPath.DUPLICATE, null);
        memory.see("WZ26-000002-1");
        memory.see("WZ26-000003-9");
        var third = task("WZ26-000004-6", "Task_AcceptCase", "null", 1);
        assertThat(values(third, duplicate)).containsEntry("duplicateOf", "WZ26-000003-9");
        assertThat(answers.answer(task("Task_AcceptCase"), duplicate)).isEmpty();
    }

    @Test
    void refusesWithALawfulRouteThatTheFormOffers() {
        assertThat(values(task("Task_AcceptCase"), script(DemoPath.REFUSED, null)))
                .containsEntry("refusalRoute", "litigation").containsKey("reason");
    }

    @Test
    void leavesATaskAloneThatItDoesNotKnow() {
        assertThat(Stream.of("Task_Unknown").map(this::task)
                .map(task -> answers.answer(task, script(DemoPath.STRAIGHT, null)))).containsOnly(Optional.empty());
    }

    private Map<String, Object> values(DemoTask task, DemoScript script) {
        return answers.answer(task, script).orElseThrow().values();
    }

    private DemoTask task(String elementId) {
        return task(elementId, "null", 1);
    }

    private static DemoTask task(String elementId, String problem, int round) {
        return task(NUMBER, elementId, problem, round);
    }

    private static DemoTask task(String number, String elementId, String problem, int round) {
        try {
            return new DemoTask("1", elementId, number, "IMPORT", new ObjectMapper().readTree("""
                    {"caseNumber":"%s","options":%s,"formProblem":%s,"round":%d}"""
                    .formatted(number, OPTIONS, problem, round)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static DemoScript script(DemoPath path, @Nullable String slip) {
        return new DemoScript(path, slip, "06-01", "community", 0);
    }
}
