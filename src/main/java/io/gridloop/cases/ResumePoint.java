package io.gridloop.cases;

import java.util.Optional;

/** Steps of the main diagram at which another process instance takes up a case that the engine lost. */
public enum ResumePoint {

    DISPATCH("Call_DispatchCase", "派遣案件"),
    HANDLE("Call_HandleCase", "办理案件"),
    VERIFY("Task_VerifyCase", "核查案件"),
    CLOSE(
            "Task_CloseCase", "结案归档");

    private final String element;
    private final String label;

    ResumePoint(String element, String label) {
        this.element = element;
        this.label = label;
    }

    /** Id of the element in {@code GridCaseProcess}. */
    public String element() {
        return element;
    }

    String label() {
        return label;
    }

    /** Where a case goes on; empty for one that waits for its first decision, or was withdrawn: it begins anew. */
    static Optional<ResumePoint> of(Case it) {
        if (it.decided() != null) {
            return it.withdrawn() ? Optional.empty() : Optional.of(CLOSE);
        }
        return switch (it.state()) {
            case REPORTED, CLASSIFYING, ACCEPTING, CLOSED -> Optional.empty();
            case ASSIGNING -> Optional.of(DISPATCH);
            case HANDLING -> Optional.of(it.dispatched() ? HANDLE : DISPATCH);
            case VERIFYING -> Optional.of(VERIFY);
        };
    }
}
