package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A person answered at the desk, and the process instance never took the answer. */
@CasesTest
@RecordApplicationEvents
class UnheardAnswersTests {

    private static final Map<String, String> ACCEPT = Map.of("decision", "accept", "handlingLevel", "community");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Finishing finishing;

    @Autowired
    private Accepting accepting;

    @Autowired
    private EngineLinks links;

    @Autowired
    private Registering registering;

    @Autowired
    private TurnableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @Test
    void areGivenToTheNextInstanceThatAsksTheSame() {
        long caseId = answeredAndTakenUpAnew();
        var again = asked(caseId);
        assertThat(state(again)).isEqualTo("ANSWERED");
        assertThat(events.stream(TaskAnswered.class)).last().satisfies(event -> {
            assertThat(event.elementInstanceKey()).isEqualTo(again.elementInstanceKey());
            assertThat(event.variables().get("acceptance")).isEqualTo(ACCEPT);
        });
        assertThat(walk.view(caseId).history()).extracting(entry -> String.valueOf(entry.internalText()))
                .anyMatch(text -> text.contains("新的流程实例回到这一步时沿用"))
                .anyMatch(text -> text.contains("无需重新填写"));
        walk.prepare(again);
        assertThat(events.stream(TaskAnswered.class)).as("a repeated job").hasSize(2);
    }

    @Test
    void areGivenAlsoWhenTheInstanceStoodStillBeforeItJudgedThem() {
        var step = answered();
        finishing.finish(step, mark(step));
        takenUpAnew(step.caseId());
        assertThat(state(asked(step.caseId()))).isEqualTo("ANSWERED");
    }

    @Test
    void areNotGivenOnceTheyWereJudged() {
        var step = answered();
        finishing.finish(step, mark(step));
        clock.turn(Duration.ofMinutes(1));
        accepting.check(step(step.caseId(), "Task_CheckAcceptance"), Answer.of(Map.of("decision", "accept")));
        takenUpAnew(step.caseId());
        assertThat(state(asked(step.caseId()))).as("it was sent back as wrong").isEqualTo("OPEN");
    }

    @Test
    void areNotGivenOnceSomebodyHasCompletedATaskSince() {
        long caseId = answeredAndTakenUpAnew();
        var again = asked(caseId);
        finishing.finish(again, mark(again));
        assertThat(state(asked(caseId))).as("sent back as wrong").isEqualTo("OPEN");
    }

    @Test
    void areNotGivenForSomebodyElse() {
        long caseId = answeredAndTakenUpAnew();
        jdbc.sql("update case_task set answered_by = 'masiyuan' where case_id = ?").param(caseId).update();
        assertThat(state(asked(caseId))).isEqualTo("OPEN");
    }

    @Test
    void whatTheOldInstanceStillDoesHasNoEffect() {
        long caseId = answeredAndTakenUpAnew();
        assertThatThrownBy(() -> registering.requireCurrent(caseId, 1)).isInstanceOf(LeftBehindException.class);
        assertThatCode(() -> registering.requireCurrent(caseId, 2)).doesNotThrowAnyException();
    }

    private long answeredAndTakenUpAnew() {
        return takenUpAnew(answered().caseId());
    }

    private Step answered() {
        var step = asked(walk.registered(aReport()));
        clock.turn(Duration.ofMinutes(1));
        assertThat(tasks.answer(step.elementInstanceKey(), "wangchunsheng", ACCEPT)).isEmpty();
        return step;
    }

    private long takenUpAnew(long caseId) {
        assertThat(links.restart(caseId, caseId * 10, "流程实例丢失")).isTrue();
        registering.register(step(caseId, "Task_RegisterCase"), 2, caseId * 10 + 1).orElseThrow();
        return caseId;
    }

    private Step asked(long caseId) {
        var step = step(caseId, "Task_AcceptCase");
        walk.prepare(step);
        return step;
    }

    private String mark(Step step) {
        return jdbc.sql("select answer_mark from case_task where element_instance_key = ?")
                .param(step.elementInstanceKey()).query(String.class).single();
    }

    private String state(Step step) {
        return tasks.find(step.elementInstanceKey()).orElseThrow().state();
    }
}
