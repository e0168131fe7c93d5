package io.gridloop.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteCaseTests {

    private static final DecisionTable TABLE = new DecisionTable("routeCase");
    private static final Set<String> POSTS = Set.of("patrol", "mediation", "service", "publicity");
    private static final Set<String> DEPARTMENTS = Set.of(
            "urbanManagement",
            "housing",
            "marketRegulation",
            "publicSecurity",
            "humanResources",
            "education",
            "health",
            "civilAffairs");

    static Stream<String> categories() {
        return EventCategories.knownAndUnknown().stream();
    }

    @ParameterizedTest
    @MethodSource("categories")
    void appliesExactlyOneRuleWhateverTheCategoryAndLevel(String category) {
        for (var level : List.of("community", "county")) {
            assertThat(route(category, level)).containsKeys("level", "post", "lead", "coHandlers", "ruleCode");
        }
    }

    @ParameterizedTest
    @MethodSource("categories")
    void namesOnlyPostsAndDepartmentsThatTheCountyHas(String category) {
        for (var level : List.of("community", "county")) {
            var route = route(category, level);
            var lead = text(route, "lead");
            assertThat(text(route, "post")).isIn(POSTS);
            assertThat(text(route, "level")).isIn("community", "department", "dispatcher");
            assertThat(lead.isEmpty()).isEqualTo(!text(route, "level").equals("department"));
            assertThat(DEPARTMENTS).containsAll(departmentsOf(lead)).containsAll(departmentsOf(coHandlers(route)));
            assertThat(departmentsOf(coHandlers(route))).doesNotContain(lead).doesNotHaveDuplicates();
        }
    }

    @Test
    void usesEveryRuleForSomeCase() {
        var fired = new ArrayList<String>();
        for (var category : EventCategories.knownAndUnknown()) {
            fired.add(text(route(category, "community"), "ruleCode"));
            fired.add(text(route(category, "county"), "ruleCode"));
        }
        assertThat(TABLE.ruleCodes()).isSubsetOf(fired);
    }

    @Test
    void hasAtLeastFortyRulesEachWithItsOwnCodeAndSource() {
        assertThat(TABLE.hitPolicy()).isEqualTo(HitPolicy.UNIQUE);
        assertThat(TABLE.rules()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(TABLE.ruleCodes()).doesNotHaveDuplicates().allMatch(code -> code.startsWith("R-"));
        assertThat(TABLE.rules()).allSatisfy(rule -> assertThat(
                rule.getDescription().getTextContent())
                .contains("样例，待县里核定"));
    }

    @Test
    void labelsEveryColumnInChinese() {
        assertThat(TABLE.columnLabels()).hasSize(7).allMatch(label -> label.matches("\\p{IsHan}.*"));
    }

    @Test
    void sendsExposedGarbageToTheGridsPatrolPost() {
        assertThat(route("01-02", "community"))
                .contains(entry("level", "community"), entry("post", "patrol"), entry("ruleCode", "R-0102-C"));
    }

    @Test
    void sendsExposedGarbageToUrbanManagementWhenTheLeaderPassesItUp() {
        assertThat(route("01-02", "county"))
                .contains(entry("level", "department"), entry("lead", "urbanManagement"), entry("coHandlers", ""));
    }

    @Test
    void sendsQuarrelsOfNeighboursToTheMediationPost() {
        assertThat(route("07-01", "community")).contains(entry("post", "mediation"));
    }

    @Test
    void sendsCrimesAndFireHazardsToThePoliceWhateverTheLeaderChose() {
        for (var category : List.of("08-03", "05-02")) {
            assertThat(route(category, "community"))
                    .contains(entry("lead", "publicSecurity"))
                    .isEqualTo(route(category, "county"));
        }
    }

    @Test
    void leavesToTheDispatcherWhatNoDepartmentOfTheSampleCountyDoes() {
        assertThat(route("01-08", "county")).contains(entry("level", "dispatcher"), entry("lead", ""));
    }

    @Test
    void leavesOtherAndUnknownMattersToTheDispatcherEvenWithoutACategory() {
        for (var category : Arrays.asList("12-01", "13-01", "", null)) {
            assertThat(route(category, "community")).contains(entry("level", "dispatcher"));
        }
    }

    private static Map<String, Object> route(@Nullable String category, String handlingLevel) {
        var inputs = new HashMap<String, Object>();
        inputs.put("category", category);
        inputs.put("handlingLevel", handlingLevel);
        return TABLE.decide(inputs);
    }

    private static String text(Map<String, Object> route, String output) {
        return (String) Objects.requireNonNull(route.get(output));
    }

    private static String coHandlers(Map<String, Object> route) {
        return text(route, "coHandlers");
    }

    private static List<String> departmentsOf(String codes) {
        return codes.isEmpty() ? List.of() : List.of(codes.split(","));
    }
}
