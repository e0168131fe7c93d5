package io.gridloop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.DeadlineRecords;
import io.gridloop.cases.Deadlines;
import io.gridloop.cases.Tasks;
import io.gridloop.stories.Models;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a walk draws and what it looks at, before it is let loose on an engine. */
@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
// Hundreds of cases on the same desks are no company for tests that read the first page of one.
@DirtiesContext
class WalkWithoutEngineTests {

    private static final int DRAWS = 20;

    @Autowired
    private ApplicationContext gridloop;

    @Autowired
    private CaseWalk cases;

    @Autowired
    private JdbcClient jdbc;

    static Stream<String> humanSteps() {
        return Models.processes().stream().flatMap(process -> Models.userTasks(process).stream());
    }

    @ParameterizedTest
    @MethodSource("humanSteps")
    void drawsOnlyValidAnswersThatAreTakenAndInvalidOnesThatAreNot(String element) {
        try (var ground = new Ground(gridloop)) {
            var random = new Random(7);
            var facts = new KnownFacts(cases.view(cases.beingHandled()).caseNumber(),
                    cases.view(cases.closed()).caseNumber(), LocalDate.now(gridloop.getBean(Clock.class)));
            long key = cases.taskAt(element);
            for (int i = 0; i < DRAWS; i++) {
                var invalid = answers(ground, key, random, facts).invalid();
                assertThat(answer(key, invalid)).as(() -> element + " " + invalid).isPresent();
                var valid = answers(ground, key, random, facts).valid(i % 2 == 0);
                assertThat(answer(key, valid)).as(() -> element + " " + valid).isEmpty();
                key = cases.taskAt(element);
            }
        }
    }

    @Test
    void canDoEveryPageActionWithACaseThatIsHandled() {
        try (var ground = new Ground(gridloop)) {
            for (var action : PageActions.ALL) {
                var walker = new Walker(ground, 7, 0);
                walker.report();
                var now = ground.board().look(cases.beingHandled());
                // A transfer would stay for the tests that come after.
                if (action.possible().test(now) && !action.name().contains("transferred")) {
                    assertThat(action.act().on(now, walker)).as(action.name()).isNotNull();
                    walker.endAbsences();
                }
            }
        }
    }

    @Test
    void journalsDeadlinesAndWhatIsRecordedOfThem() {
        Journal.keep(jdbc);
        try {
            long caseId = cases.beingHandled();
            var later = gridloop.getBean(Clock.class).instant().plus(Duration.ofDays(3));
            assertThat(gridloop.getBean(Deadlines.class).move(cases.view(caseId).caseNumber(), later, "另定时限",
                    "dengjianshe")).isEmpty();
            gridloop.getBean(DeadlineRecords.class).overdue(caseId, 1, null);

            var journal = Journal.read(jdbc).stream().filter(entry -> entry.caseId() == caseId).toList();
            assertThat(journal).extracting(Journal.Entry::element).containsExactly(null, null, "Task_RecordOverdue");
            assertThat(journal).extracting(Journal.Entry::version).containsExactly(1L, 2L, 2L);
            assertThat(OldTimers.in(journal, List.of(), Duration.ofSeconds(30)).found()).singleElement().asString()
                    .contains("came before its instant");
        } finally {
            Journal.end(jdbc);
        }
    }

    private WalkAnswers answers(Ground ground, long key, Random random, WalkFacts facts) {
        var view = tasks().find(key).orElseThrow();
        return new WalkAnswers(WalkStep.of(view.element()), WalkForm.read(view.form(), view.answerVariable()),
                ground.read(tasks().formVariables(key).orElseThrow()), random, facts);
    }

    private Optional<String> answer(long key, Map<String, Object> values) {
        return tasks().answer(key, tasks().find(key).orElseThrow().assignee(), values);
    }

    private Tasks tasks() {
        return gridloop.getBean(Tasks.class);
    }
}
