package io.gridloop.demo;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What the demo staff remembers while it runs: cases it has seen and what has happened to them. A new start forgets:
 * then an overdue case is urged again, which does no harm.
 */
final class DemoMemory {

    private final DemoPlan plan;
    private final Map<String, Set<DemoEvent>> events = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<String> seen = new ConcurrentSkipListSet<>(
            Comparator.comparingLong(DemoPlan::runningNumber));

    DemoMemory(DemoPlan plan) {
        this.plan = plan;
    }

    void see(String caseNumber) {
        seen.add(caseNumber);
    }

    void remember(String caseNumber, DemoEvent event) {
        events.computeIfAbsent(caseNumber, number -> ConcurrentHashMap.newKeySet()).add(event);
    }

    boolean knows(String caseNumber, DemoEvent event) {
        return events.getOrDefault(caseNumber, Set.of()).contains(event);
    }

    /** The last case before this one that is no duplicate itself; empty until one was seen. */
    Optional<String> earlierThan(String caseNumber) {
        return seen.headSet(caseNumber).descendingSet().stream()
                .filter(earlier -> plan.scriptOf(earlier).path() != DemoPath.DUPLICATE).findFirst();
    }
}
