package io.gridloop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.dmn.DmnEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPlanTests {

    private static final DmnEngine DMN = new DmnEngine.Builder().build();

    @Test
    void givesEachPathExactlyItsShareOfTwoHundredCases() {
        assertThat(DemoPlan.of(1, 200).counts()).isEqualTo(Map.of(DemoPath.STRAIGHT, 120, DemoPath.LATE, 20,
                DemoPath.REWORKED, 16, DemoPath.RETURNED, 14, DemoPath.REFUSED, 12, DemoPath.DUPLICATE, 8,
                DemoPath.ON_SPOT, 6, DemoPath.UNABLE, 4));
        assertThat(DemoPlan.of(1, 200).slips()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 37, 200, 1000})
    void fillsEveryBlockAndLetsEveryPathHappen(int size) {
        var plan = DemoPlan.of(7, size);
        assertThat(plan.block()).hasSize(size);
        assertThat(plan.counts()).containsOnlyKeys(DemoPath.values());
    }

    @Test
    void tellsTheSameStoryForTheSameSeedAndAnotherOneForAnother() {
        assertThat(DemoPlan.of(5, 200)).isEqualTo(DemoPlan.of(5, 200)).isNotEqualTo(DemoPlan.of(6, 200));
    }

    @Test
    void repeatsItselfAfterABlock() {
        var plan = DemoPlan.of(5, 24);
        assertThat(plan.scriptOf("WZ26-000025-3")).isSameAs(plan.scriptOf("WZ26-000001-8")).isSameAs(plan.block()
                .getFirst());
    }

    @Test
    void neverBeginsWithADuplicateBecauseNothingPrecedesIt() {
        assertThat(IntStream.range(0, 200).mapToObj(seed -> DemoPlan.of(seed, 24).block().getFirst().path()))
                .containsOnly(DemoPath.STRAIGHT);
    }

    @Test
    void slipsOnlyInStraightCases() {
        assertThat(DemoPlan.of(5, 200).block()).filteredOn(script -> script.slip() != null)
                .allMatch(script -> script.path() == DemoPath.STRAIGHT).extracting(DemoScript::slip)
                .containsOnly("Task_AcceptCase", "Task_HandleCase", "Task_VerifyCase");
    }

    static Stream<String> shortOnes() {
        return DemoPlan.SHORT.stream();
    }

    static Stream<String> longOnes() {
        return DemoPlan.LONG.stream();
    }

    @ParameterizedTest
    @MethodSource("shortOnes")
    void choosesForLateCasesCategoriesThatAreDueWithinFourHours(String category) throws IOException {
        assertThat(hours(category)).allMatch(hours -> hours <= 4);
    }

    @ParameterizedTest
    @MethodSource("longOnes")
    void choosesForOtherCasesCategoriesThatLeaveSeventyTwoHoursOrMore(String category) throws IOException {
        assertThat(hours(category)).allMatch(hours -> hours >= 72);
    }

    private static List<Integer> hours(String category) throws IOException {
        try (var table = Files.newInputStream(Path.of("processes/limitCase.dmn"))) {
            var parsed = DMN.parse(table).toOption().get();
            return Set.of("community", "department", "dispatcher").stream()
                    .map(level -> hours((scala.collection.Map<?, ?>) DMN
                            .eval(parsed, "limitCase", Map.of("category", category, "level", level)).toOption().get()
                            .value()))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static int hours(scala.collection.Map<?, ?> limit) {
        var outputs = (scala.collection.Map<String, Object>) limit;
        int amount = ((Number) outputs.apply("amount")).intValue();
        return outputs.apply("unit").equals("workingHour") ? amount : amount * 24;
    }
}
