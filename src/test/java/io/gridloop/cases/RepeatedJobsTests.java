package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job that the engine hands out again, after its work was done. */
@CasesTest
class RepeatedJobsTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Registering registering;

    @Autowired
    private Classifying classifying;

    @Autowired
    private Accepting accepting;

    @Autowired
    private OnSpot onSpot;

    @Autowired
    private Assigning assigning;

    @Autowired
    private Handling handling;

    @Autowired
    private Verifying verifying;

    @Autowired
    private Supervising supervising;

    @Autowired
    private Closing closing;

    @Test
    void registersOnce() {
        long caseId = walk.reported(aReport());
        var step = step(caseId, "Task_RegisterCase");
        doneOnce(caseId, () -> registering.register(step, 1, 7).orElseThrow());
    }

    @Test
    void classifiesOnce() {
        long caseId = walk.registered(CaseWalk.with(aReport(), null, null, "内容", null));
        var step = step(caseId, "Task_CheckClassification");
        doneOnce(caseId,
                () -> classifying.check(step, Answer.of(Map.of("category", "01-02", "gridCode", CaseWalk.GRID))));
    }

    @Test
    void acceptsOnce() {
        long caseId = walk.registered(aReport());
        var step = step(caseId, "Task_CheckAcceptance");
        doneOnce(caseId,
                () -> accepting.check(step, Answer.of(Map.of("decision", "accept", "handlingLevel", "county"))));
    }

    @Test
    void recordsOnTheSpotOnce() {
        long caseId = walk.registered(CaseWalk.with(aReport(), "01-02", CaseWalk.GRID, "垃圾", "已清理干净"));
        var step = step(caseId, "Task_RecordOnSpot");
        doneOnce(caseId, () -> onSpot.record(step));
    }

    @Test
    void assignsOnce() {
        long caseId = walk.accepted();
        var step = step(caseId, "Task_CheckAssignment");
        doneOnce(caseId, () -> assigning.check(step, Answer.of(Map.of("unit", "community"))));
    }

    @Test
    void dispatchesOnceAndKeepsTheDeadline() {
        long caseId = walk.accepted();
        var step = step(caseId, "Task_DispatchCase");
        doneOnce(caseId, () -> walk.dispatch(step, 4));
    }

    @Test
    void takesAHandlingOnce() {
        long caseId = walk.beingHandled();
        var step = step(caseId, "Task_CheckHandling");
        doneOnce(caseId, () -> handling.check(step, Answer.of(Map.of("decision", "done", "result", "已清理干净"))));
    }

    @Test
    void raisesTheRoundOnce() {
        long caseId = walk.handled();
        var step = step(caseId, "Task_CheckVerification");
        doneOnce(caseId, () -> verifying.check(step, Answer.of(Map.of("decision", "rework", "opinion", "重做"))));
        assertThat(walk.view(caseId).round()).isEqualTo(2);
    }

    @Test
    void prolongsOnce() {
        long caseId = walk.beingHandled();
        var step = step(caseId, "Task_CheckSupervision");
        doneOnce(caseId, () -> supervising.check(step, Answer.of(Map.of("decision", "move", "addHours", 3))));
    }

    @Test
    void closesOnce() {
        long caseId = walk.handled();
        walk.answerVerification(caseId, Map.of("decision", "pass"));
        var step = step(caseId, "Task_CloseCase");
        doneOnce(caseId, () -> closing.close(step));
    }

    @Test
    void doesOnceWhatTwoWorkersDoAtTheSameTime() throws Exception {
        long caseId = walk.accepted();
        var step = step(caseId, "Task_DispatchCase");
        Callable<Map<String, @Nullable Object>> job = () -> walk.dispatch(step, 4);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var results = threads.invokeAll(Collections.nCopies(6, job));
            var first = results.getFirst().get();
            for (var each : results) {
                assertThat(each.get()).isEqualTo(first);
            }
        }
        assertThat(walk.elements(caseId)).containsOnlyOnce("Task_DispatchCase");
    }

    @Test
    void keepsNothingOfAStepThatFailed() {
        long caseId = walk.reported(aReport());
        long effects = walk.count("case_effect", caseId);
        assertThatThrownBy(() -> walk.close(caseId)).isInstanceOf(IllegalStateException.class);
        assertThat(walk.count("case_effect", caseId)).isEqualTo(effects);
        assertThat(walk.elements(caseId)).containsExactly("StartEvent_CaseReported");
    }

    private void doneOnce(long caseId, Supplier<Map<String, @Nullable Object>> job) {
        var first = job.get();
        var seen = walk.view(caseId);
        assertThat(job.get()).isEqualTo(first);
        assertThat(walk.view(caseId)).isEqualTo(seen);
        assertThat(first).allSatisfy((name, value) -> assertThat(name).isNotBlank());
    }
}
