package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.process.templates.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the element templates tell designers of the results of a step is what the step really gives back. */
@CasesTest
class StepResultsTests {

    private static final List<String> ELEMENTS = List.of("Task_RegisterCase", "Task_CheckClassification",
            "Task_CheckAcceptance", "Task_CheckAssignment", "Task_DispatchCase", "Task_CheckHandling",
            "Task_CheckSupervision", "Task_CheckInspection", "Task_CheckVerification", "Task_RecordOnSpot",
            "Task_CloseCase");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Agreeing agreeing;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void stepsGiveBackWhatTheirTemplatesSay() {
        walk.closed();
        walk.answerClassification(walk.registered(with(aReport(), null, null, "垃圾成堆", null)),
                Map.of("category", "01-02", "gridCode", CaseWalk.GRID));
        walk.answerAssignment(walk.accepted(), Map.of("unit", "community"));
        walk.answerInspection(walk.handled(), Map.of("result", "pass", "words", "现场干净。"));
        walk.answerSupervision(walk.beingHandled(), Map.of("decision", "urge"));
        walk.recordOnSpot(walk.registered(with(aReport(), "01-02", CaseWalk.GRID, "垃圾成堆", "已当场清理干净")));
        assertThat(ELEMENTS).allSatisfy(element -> assertThat(results(element))
                .isEqualTo(template("cases." + decapitalized(element.substring("Task_".length())))));
    }

    @Test
    void anApprovalGivesBackWhatItsTemplateSays() {
        long caseId = walk.accepted();
        walk.prepare(caseId, "Task_DispatcherApproval");
        var result = agreeing.check(CaseWalk.step(caseId, "Task_CheckDispatcherApproval"),
                Answer.of(Map.of("decision", "agree")));
        assertThat(result.keySet()).isEqualTo(template("cases.checkApproval"));
    }

    private Set<String> results(String element) {
        return new TreeSet<>(jdbc.sql("select jsonb_object_keys(result) from case_effect where element = ?")
                .param(element).query(String.class).list());
    }

    private static Set<String> template(String jobType) {
        return Template.all().stream().filter(template -> template.id().equals("io.gridloop." + jobType))
                .flatMap(template -> template.outputs().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
