package io.gridloop.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the demo staff has done so far. */
public final class DemoTally {

    private static final Logger log = LoggerFactory.getLogger(DemoStaff.class);

    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> doors = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> failures = new ConcurrentSkipListMap<>();
    private final AtomicInteger corrected = new AtomicInteger();

    void answered(DemoDoor door, DemoTask task) {
        answers.merge(task.elementId(), 1, Integer::sum);
        doors.merge(door.name(), 1, Integer::sum);
        if (task.wasSentBack()) {
            corrected.incrementAndGet();
        }
        log.debug("{} {} at {}", task.elementId(), task.caseNumber(), door);
    }

    void failed(DemoDoor door, WebappException problem) {
        if (problem.isLoginNeeded()) {
            log.debug("{}", problem.getMessage());
        } else {
            failures.merge(door + " " + problem.kind(), 1, Integer::sum);
            log.debug("{}", problem.getMessage());
        }
    }

    /** Answers given, by element. */
    Map<String, Integer> answers() {
        return answers;
    }

    /** Answers given, by door. */
    Map<String, Integer> doors() {
        return doors;
    }

    /** Answers given to a task whose form had named a problem. */
    int corrected() {
        return corrected.get();
    }

    /** Calls that were refused or not answered, by door and kind; a login that is not there yet does not count. */
    public Map<String, Integer> failures() {
        return failures;
    }
}
