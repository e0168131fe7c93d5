package io.gridloop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** What must be true of a run at its end, as PostgreSQL and the demo staff have it. */
final class LoopChecks {

    private final LoopRun run;

    LoopChecks(LoopRun run) {
        this.run = run;
    }

    /** Nothing is left open; else says what is open where. */
    void everyCaseIsClosed() {
        assertThat(run.open()).as(LoopTable.ofOpen(run)).isEmpty();
        assertThat(run.cases()).hasSize(run.imported());
    }

    /** Every case went the way that the plan says, and its history tells it. */
    void everyCaseWentItsWay() {
        var softly = new SoftAssertions();
        run.cases().forEach(done -> wentItsWay(softly, done, run.path(done)));
        softly.assertAll();
    }

    private static void wentItsWay(SoftAssertions softly, LoopCase done, DemoPath path) {
        softly.assertThat(done.resolution()).as("%s %s resolution", done.caseNumber(), path)
                .isEqualTo(path.resolution);
        softly.assertThat(done.overdue()).as("%s %s overdue", done.caseNumber(), path)
                .isEqualTo(path == DemoPath.LATE);
        softly.assertThat(done.round()).as("%s %s round", done.caseNumber(), path)
                .isEqualTo(path == DemoPath.REWORKED ? 2 : 1);
        softly.assertThat(done.run()).as("%s started", done.caseNumber()).isEqualTo(1);
        softly.assertThat(Milestones.areIn(done, path)).as("%s %s history %s holds %s", done.caseNumber(), path,
                done.trail(), Milestones.of(path)).isTrue();
        softly.assertThat(done.count("Task_CheckAssistance")).as("%s answers of co-handlers", done.caseNumber())
                .isEqualTo(done.assisted());
        softly.assertThat(done.count("Call_AssistCase")).as("%s says whom the lead did not wait for", done.caseNumber())
                .isBetween(done.assisted() < done.assistants() ? 1L : 0L, (long) done.assistants() - done.assisted());
    }

    /** The figures are those of the plan: each question was answered in the histories exactly as often as asked. */
    void figuresMatchThePlan() {
        var softly = new SoftAssertions();
        long handled = run.count(done -> run.path(done).isHandled());
        long reworked = run.of(DemoPath.REWORKED).size();
        long returned = run.of(DemoPath.RETURNED).size();
        long sampled = run.of(DemoPath.ON_SPOT).stream().filter(done -> done.count("Task_CheckVerification") > 0)
                .count();
        answered(softly, "Supervision", "Task_SuperviseOverdue", run.of(DemoPath.LATE).size());
        answered(softly, "Acceptance", "Task_AcceptCase", run.imported());
        answered(softly, "Handling", "Task_HandleCase", handled + reworked + returned);
        answered(softly, "Verification", "Task_VerifyCase", handled + reworked + sampled);
        // The lead may finish first: what a co-handler answers then is not recorded.
        softly.assertThat(run.tally().answers().getOrDefault("Task_AssistCase", 0)).as("answers of co-handlers")
                .isBetween((int) (recorded("Assistance") - unanswered()),
                        run.cases().stream().mapToInt(LoopCase::assistants).sum());
        softly.assertThat(recorded("Assignment")).as("assignments by hand").isGreaterThanOrEqualTo(returned);
        answered(softly, "Assignment", "Task_AssignUnit", recorded("Assignment"));
        signed(softly);
        softly.assertThat(run.tally().corrected()).as("corrected answers").isEqualTo(run.plannedSlips());
        softly.assertAll();
    }

    /** The staff count an answer when they are told that it was taken; a reply may get lost after it was. */
    private void answered(SoftAssertions softly, String check, String element, long expected) {
        softly.assertThat(recorded(check)).as("%s in the histories", check).isEqualTo(expected);
        long given = expected + slips(element);
        softly.assertThat(run.tally().answers().getOrDefault(element, 0).longValue()).as("answers given at %s", element)
                .isBetween(given - unanswered(), given);
    }

    /** What the staff signs while the system does is given, but void. */
    private void signed(SoftAssertions softly) {
        long signed = recorded("Signing");
        long automatically = run.cases().stream().mapToLong(done -> done.count("Task_SignAutomatically")).sum();
        softly.assertThat(run.tally().answers().getOrDefault("Task_SignForCase", 0).longValue())
                .as("answers given at Task_SignForCase").isBetween(signed - unanswered(), signed + automatically);
    }

    private long recorded(String check) {
        return run.cases().stream().mapToLong(done -> done.count("Task_Check" + check)).sum();
    }

    private long unanswered() {
        return run.tally().failures().values().stream().mapToLong(Integer::longValue).sum();
    }

    /** In a run of whole blocks every path has exactly its share. */
    void sharesAreExact() {
        var counts = run.plan().counts();
        for (Map.Entry<DemoPath, Integer> share : counts.entrySet()) {
            assertThat(run.of(share.getKey())).as(share.getKey().toString())
                    .hasSize(share.getValue() * run.imported() / run.plan().block().size());
        }
    }

    private long slips(String element) {
        return run.count(done -> run.plan().scriptOf(done.caseNumber()).slipsAt(element));
    }
}
