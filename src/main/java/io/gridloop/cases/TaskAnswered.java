package io.gridloop.cases;

import java.util.Map;

/**
 * A person answered a task at the desk; published inside the transaction that stored the answer.
 *
 * @param caseId the case
 * @param processInstanceKey the instance that waits for it
 * @param elementInstanceKey the visit of the task
 * @param variables what the engine completes the task with
 */
public record TaskAnswered(
        long caseId, long processInstanceKey, long elementInstanceKey, Map<String, ?> variables) {}
