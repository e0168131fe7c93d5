package io.gridloop.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportUpCaseTests {

    private static final DecisionTable TABLE = new DecisionTable("reportUpCase");
    private static final List<String> LEVELS = List.of("community", "communityOffice", "street", "dispatcher");
    private static final List<String> SEVERITIES = List.of("normal", "urgent", "critical");

    static Stream<String> categories() {
        return EventCategories.knownAndUnknown().stream();
    }

    @ParameterizedTest
    @MethodSource("categories")
    void alwaysGoesUpByExactlyOneRuleWhateverTheCategorySeverityAndLevel(String category) {
        for (var level : LEVELS.subList(0, 3)) {
            for (var severity : SEVERITIES) {
                var next = String.valueOf(next(level, category, severity).get("nextLevel"));
                assertThat(LEVELS.indexOf(next)).as("%s %s %s", level, category, severity)
                        .isGreaterThan(LEVELS.indexOf(level));
            }
        }
    }

    @Test
    void usesEveryRuleForSomeCase() {
        var fired = new ArrayList<String>();
        for (var category : EventCategories.knownAndUnknown()) {
            LEVELS.subList(0, 3).forEach(level -> SEVERITIES
                    .forEach(severity -> fired.add(String.valueOf(next(level, category, severity).get("ruleCode")))));
        }
        assertThat(TABLE.ruleCodes()).isSubsetOf(fired);
    }

    @Test
    void namesTheSourceOfEachRule() {
        assertThat(TABLE.hitPolicy()).isEqualTo(HitPolicy.UNIQUE);
        assertThat(TABLE.ruleCodes()).doesNotHaveDuplicates().allMatch(code -> code.startsWith("U-"));
        assertThat(TABLE.rules()).allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).contains(
                "样例，待县里核定"));
        assertThat(TABLE.columnLabels()).hasSize(5).allMatch(label -> label.matches("\\p{IsHan}.*"));
    }

    @ParameterizedTest
    @CsvSource({"community,communityOffice", "communityOffice,street", "street,dispatcher"})
    void anOrdinaryMatterGoesStepByStep(String level, String next) {
        assertThat(next(level, "06-01", "normal")).containsEntry("nextLevel", next);
    }

    @ParameterizedTest
    @CsvSource({"community,street", "communityOffice,dispatcher", "street,dispatcher"})
    void anUrgentMatterSkipsALevel(String level, String next) {
        assertThat(next(level, "01-02", "urgent")).containsEntry("nextLevel", next);
    }

    @ParameterizedTest
    @CsvSource({"05-02,critical", "07-01,normal", "08-01,normal", "06-12,critical"})
    void emergenciesDisputesAndPublicOrderGoStraightToTheCounty(String category, String severity) {
        for (var level : LEVELS.subList(0, 3)) {
            assertThat(next(level, category, severity)).containsEntry("nextLevel", "dispatcher");
        }
    }

    @Test
    void aMissingCategoryGoesStepByStep() {
        assertThat(next("community", null, "normal")).containsEntry("nextLevel", "communityOffice");
    }

    private static Map<String, Object> next(String level, @Nullable String category, String severity) {
        var inputs = new HashMap<String, Object>();
        inputs.put("level", level);
        inputs.put("category", category);
        inputs.put("severity", severity);
        return TABLE.decide(inputs);
    }
}
