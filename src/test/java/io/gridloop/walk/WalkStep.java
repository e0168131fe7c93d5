package io.gridloop.walk;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the form of a human step does not tell. A new human step is one more line here.
 *
 * @param towardsTheEnd the decisions that do not lead back; empty when all lead on
 * @param asked fields that the form leaves open, and the decisions that need them
 * @param given fields that the form leaves open, and that people fill in because they may be asked for
 * @param steady whether the task waits for its person, whatever happens to the case beside it
 */
record WalkStep(String element, Set<String> towardsTheEnd, Map<String, Set<String>> asked, Set<String> given,
        boolean steady) {

    private static final Map<String, WalkStep> ALL = Stream.of(
            step("Task_ClassifyCase"),
            step("Task_AcceptCase"),
            step("Task_AssignUnit").gives("reason"),
            step("Task_SignForCase", "sign").unsteady(),
            step("Task_HandleCase", "done"),
            step("Task_AssistCase").unsteady(),
            step("Task_ReportIn").unsteady(),
            step("Task_CloseWhistle").unsteady(),
            step("Task_VerifyCase", "pass", "explain", "unable").asks("opinion", "rework", "unable", "explain")
                    .gives("opinion"),
            step("Task_InspectCase"),
            step("Task_SuperviseOverdue", "lift").unsteady(),
            step("Task_ReplySupervision").unsteady(),
            step("Task_ReviewReply", "accept").asks("note", "again", "escalate").unsteady())
            .collect(Collectors.toMap(WalkStep::element, Function.identity()));

    /** @throws IllegalStateException for a step that nobody has described */
    static WalkStep of(String element) {
        var step = ALL.get(element);
        if (step == null) {
            throw new IllegalStateException("no answers known for " + element);
        }
        return step;
    }

    boolean needs(WalkField field, String decision) {
        return field.required() || asked.getOrDefault(field.name(), Set.of()).contains(decision);
    }

    private static WalkStep step(String element, String... towardsTheEnd) {
        return new WalkStep(element, Set.of(towardsTheEnd), Map.of(), Set.of(), true);
    }

    private WalkStep asks(String field, String... decisions) {
        return new WalkStep(element, towardsTheEnd, Map.of(field, Set.of(decisions)), given, steady);
    }

    private WalkStep gives(String field) {
        return new WalkStep(element, towardsTheEnd, asked, Set.of(field), steady);
    }

    private WalkStep unsteady() {
        return new WalkStep(element, towardsTheEnd, asked, given, false);
    }
}
