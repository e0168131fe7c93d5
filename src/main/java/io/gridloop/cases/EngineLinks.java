package io.gridloop.cases;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the engine's door needs to know of cases to find those that the engine lost. */
@Service
public class EngineLinks {

    /** Cases whose current run has no process instance since {@code olderThan}, oldest first, at most {@code max}. */
    public List<Unstarted> unstarted(Duration olderThan, int max) {
        throw new UnsupportedOperationException();
    }

    /**
     * Open cases with a process instance whose last step is older than {@code idle}; those looked at longest ago first,
     * so that repeated calls go round all of them.
     */
    public List<LinkedCase> open(Duration idle, int max) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts an open case anew: run + 1, no process instance, back to {@link CaseState#REPORTED} with its category and
     * grid; publishes {@link CaseReported}. A closed case is left alone.
     */
    public void restart(long caseId, String reason) {
        throw new UnsupportedOperationException();
    }
}
