package io.gridloop.cases;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The user tasks that gridloop can give to somebody, by the ids that they have in the diagrams: those that it knows by
 * name, and any number of approvals, whose id says who is asked.
 */
public final class HumanTasks {

    private static final Set<String> NAMED = Set.of("Task_ClassifyCase", "Task_AcceptCase", "Task_AssignUnit",
            SigningFor.TASK, Handling.TASK, "Task_VerifyCase", Inspecting.TASK, Supervising.TASK, Replying.TASK,
            ReviewingReply.TASK, Assisting.TASK, ReportingIn.TASK, ClosingWhistle.TASK);

    private static final Pattern APPROVAL = Pattern.compile(
            "Task_(Leader|Dispatcher|Supervisor)Approval(?:[A-Z][A-Za-z0-9]*)?");

    private HumanTasks() {}

    /** Whether somebody gets a user task of this id. */
    public static boolean known(String task) {
        return NAMED.contains(task) || approval(task);
    }

    /** Whether a user task of this id is an approval. */
    public static boolean approval(String task) {
        return approver(task).isPresent();
    }

    /** The approval whose answer a service task of this id checks; empty when the id names none. */
    public static Optional<String> approvalCheckedBy(String check) {
        return Optional.of(check.replaceFirst("^Task_Check", "Task_")).filter(task -> !task.equals(check))
                .filter(HumanTasks::approval);
    }

    /** Who is asked: {@code Leader} of the case's grid, {@code Dispatcher} or {@code Supervisor} of the county. */
    static Optional<String> approver(String task) {
        var matcher = APPROVAL.matcher(task);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
