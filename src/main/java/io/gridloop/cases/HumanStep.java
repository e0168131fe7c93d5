package io.gridloop.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that a person decides: where its answer is, what is wrong with it, and how its process is told so. */
interface HumanStep {

    /** Id of the user task. */
    String task();

    /** The one variable that holds the answer (ADR 4). */
    String variable();

    /** File name of the form, without its ending. */
    String form();

    /** What the person does, in Chinese, as the diagram calls it. */
    String title();

    /** What is wrong with an answer, in Chinese; nothing when it can be recorded. Changes nothing. */
    Optional<String> problem(Case it, Answer answer);

    /** Whether the person is still to do it when it comes to their desk; else the process is about to leave it. */
    default boolean wanted(Case it) {
        return true;
    }

    /** What leads the process back to the task with this problem. */
    Map<String, @Nullable Object> invalid(Case it, String problem);
}
