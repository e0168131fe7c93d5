package io.gridloop.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the demo staff has done so far. */
final class DemoTally {

    private static final Logger log = LoggerFactory.getLogger(DemoStaff.class);

    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final AtomicInteger corrected = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    void answered(DemoTask task) {
        answers.merge(task.elementId(), 1, Integer::sum);
        if (task.wasSentBack()) {
            corrected.incrementAndGet();
        }
        log.debug("{} {}", task.elementId(), task.caseNumber());
    }

    void failed(WebappException problem) {
        if (problem.isLoginNeeded()) {
            log.debug("{}", problem.getMessage());
        } else {
            failures.incrementAndGet();
            log.info("{}", problem.getMessage());
        }
    }

    /** Answers given, by element. */
    Map<String, Integer> answers() {
        return answers;
    }

    /** Answers given to a task that had come back with a problem. */
    int corrected() {
        return corrected.get();
    }

    /** Calls that Tasklist refused or did not answer; a login that is not there yet does not count. */
    int failures() {
        return failures.get();
    }
}
