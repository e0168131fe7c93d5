package io.gridloop.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.MapEntry;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitCaseTests {

    private static final DecisionTable TABLE = new DecisionTable("limitCase");
    private static final List<String> LEVELS = List.of("community", "communityOffice", "street", "department",
            "dispatcher");

    static Stream<String> categories() {
        return EventCategories.knownAndUnknown().stream();
    }

    @ParameterizedTest
    @MethodSource("categories")
    void appliesExactlyOneRuleWhateverTheCategoryAndLevel(String category) {
        for (var level : LEVELS) {
            var limit = limit(category, level);
            assertThat(((Number) limit.get("amount")).intValue()).isBetween(1, 30);
            assertThat(limit.get("unit")).isIn("workingHour", "workingDay", "naturalDay");
            assertThat(limit.get("severity")).isIn("normal", "urgent", "critical");
        }
    }

    @ParameterizedTest
    @MethodSource("categories")
    void givesTheDispatcherTheTimeOfADepartment(String category) {
        assertThat(limit(category, "dispatcher")).isEqualTo(limit(category, "department"));
    }

    @Test
    void usesEveryRuleForSomeCase() {
        var fired = new ArrayList<String>();
        for (var category : EventCategories.knownAndUnknown()) {
            LEVELS.forEach(level -> fired.add((String) limit(category, level).get("ruleCode")));
        }
        assertThat(TABLE.ruleCodes()).isSubsetOf(fired);
    }

    @Test
    void hasAtLeastFortyRulesEachWithItsOwnCodeAndSource() {
        assertThat(TABLE.hitPolicy()).isEqualTo(HitPolicy.UNIQUE);
        assertThat(TABLE.rules()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(TABLE.ruleCodes()).doesNotHaveDuplicates().allMatch(code -> code.startsWith("L-"));
        assertThat(TABLE.rules()).allSatisfy(rule -> assertThat(source(rule))
                .containsAnyOf("《事件类立案、结案标准》（公开范本）", "《济源市事件分类与时限》（公开文本）", "样例，待县里核定"));
    }

    @Test
    void labelsEveryColumnInChinese() {
        assertThat(TABLE.columnLabels()).hasSize(6).allMatch(label -> label.matches("\\p{IsHan}.*"));
    }

    @Test
    void givesExposedGarbageFourWorkingHours() {
        assertThat(limit("01-02", "community")).contains(amount(4), entry("unit", "workingHour"));
    }

    @Test
    void givesTheCommunityFourWorkingHoursToStopAnIllegalBuildingAndTheDepartmentTwentyWorkingDaysToRemoveIt() {
        assertThat(limit("01-01", "community")).contains(amount(4), entry("unit", "workingHour"));
        assertThat(limit("01-01", "department")).contains(amount(20), entry("unit", "workingDay"));
    }

    @Test
    void givesDirtyWaterTheFifteenWorkingDaysOfJiyuan() {
        assertThat(limit("01-08", "department")).contains(amount(15), entry("unit", "workingDay"));
    }

    @Test
    void givesAQuarrelFifteenWorkingDaysAndAConsultationThree() {
        assertThat(limit("07-01", "community")).contains(amount(15), entry("unit", "workingDay"));
        assertThat(limit("11-01", "community")).contains(amount(3), entry("unit", "workingDay"));
    }

    @Test
    void countsEmergenciesInWorkingHours() {
        for (var category : List.of("05-01", "05-02", "05-03")) {
            assertThat(limit(category, "department"))
                    .contains(entry("unit", "workingHour"), entry("severity", "critical"));
        }
    }

    @Test
    void givesAnUnknownOrMissingCategoryTheFiveWorkingDaysOfAHotline() {
        assertThat(limit("13-01", "dispatcher")).contains(amount(5), entry("unit", "workingDay"));
        assertThat(limit(null, "dispatcher")).contains(entry("ruleCode", "L-DEFAULT"));
    }

    private static Map<String, Object> limit(@Nullable String category, String level) {
        var inputs = new HashMap<String, Object>();
        inputs.put("category", category);
        inputs.put("level", level);
        return TABLE.decide(inputs);
    }

    private static MapEntry<String, Object> amount(long amount) {
        return entry("amount", amount);
    }

    private static String source(Rule rule) {
        return rule.getDescription().getTextContent();
    }
}
