package io.gridloop.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridloop.stories.Models;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkStepTests {

    private static final Map<String, Object> SHOWN = Map.of("options",
            Map.of("routes", List.of(Map.of("label", "诉讼", "value", "litigation"))));

    @Test
    void knowsEveryHumanStepOfTheShippedDiagrams() {
        Models.processes().stream().flatMap(process -> Models.userTasks(process).stream())
                .forEach(task -> assertThat(WalkStep.of(task).element()).isEqualTo(task));
    }

    @Test
    void namesAHumanStepThatNobodyDescribed() {
        assertThatThrownBy(() -> WalkStep.of("Task_Unheard")).hasMessage("no answers known for Task_Unheard");
    }

    @Test
    void drawsEveryDecisionThatAFormAllowsWithWhatItAsksFor() {
        var drawn = drawn();
        assertThat(drawn).extracting(answer -> answer.get("decision")).containsOnly("accept", "onSpot", "explain",
                "duplicate", "repeat", "refuse", "emergency");
        assertThat(drawn).allSatisfy(answer -> assertThat(new TreeSet<>(answer.keySet())).isEqualTo(
                switch (String.valueOf(answer.get("decision"))) {
                    case "accept" -> new TreeSet<>(List.of("decision", "handlingLevel"));
                    case "onSpot" -> new TreeSet<>(List.of("decision", "result"));
                    case "duplicate" -> new TreeSet<>(List.of("decision", "duplicateOf"));
                    case "explain" -> new TreeSet<>(List.of("decision", "reply"));
                    case "repeat" -> new TreeSet<>(List.of("decision", "repeatOf"));
                    case "emergency" -> new TreeSet<>(List.of("decision", "emergencyLine"));
                    default -> new TreeSet<>(List.of("decision", "reason", "refusalRoute"));
                }));
    }

    @Test
    void breaksExactlyOneThingOfAnAnswerThatMustComeBack() {
        for (int seed = 0; seed < 200; seed++) {
            var valid = answers(new Random(seed)).valid(false);
            var invalid = answers(new Random(seed)).invalid();
            var names = new TreeSet<>(valid.keySet());
            names.addAll(invalid.keySet());
            assertThat(names).filteredOn(name -> !Objects.equals(valid.get(name), invalid.get(name)))
                    .as("%s and %s", valid, invalid).hasSize(1);
        }
    }

    private static List<Map<String, Object>> drawn() {
        var random = new Random(7);
        return IntStream.range(0, 200).mapToObj(i -> answers(random).valid(false)).toList();
    }

    private static WalkAnswers answers(Random random) {
        return new WalkAnswers(WalkStep.of("Task_AcceptCase"), WalkForm.read("acceptCase", "acceptance"), SHOWN, random,
                new KnownFacts("WZ26-000123-4", "WZ26-000123-4", LocalDate.EPOCH));
    }
}
