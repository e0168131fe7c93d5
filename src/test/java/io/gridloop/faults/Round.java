package io.gridloop.faults;

import java.util.List;
import java.util.Map;

/**
 * One kill.
 *
 * @param momentMillis load before it, drawn from the seed
 * @param downMillis how long the part stayed dead before it was started again, drawn from the seed
 * @param readySeconds from its start until it answered
 * @param firstStepSeconds from its start until the engine's first completed step
 * @param backlogSeconds from its start until everything that was under way had gone on
 * @param stuck what had not by then
 * @param slowestFailureMillis the longest wait for a server error or a time-out
 * @param seen what people saw in place of an answer, by kind
 * @param broken promises, once the backlog was empty
 */
record Round(
        long momentMillis,
        long downMillis,
        double readySeconds,
        double firstStepSeconds,
        double backlogSeconds,
        long stuck,
        long slowestFailureMillis,
        Map<String, Integer> seen,
        List<String> broken) {}
