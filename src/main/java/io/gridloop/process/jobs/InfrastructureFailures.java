package io.gridloop.process.jobs;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts how often a job met a fault of the surroundings; the engine does not, because its retries are kept. */
final class InfrastructureFailures {

    private static final int MOST_JOBS = 10_000;

    private final Map<Long, Integer> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST_JOBS;
        }
    };

    /** One more; returns how many it were for this job so far. */
    synchronized int add(long jobKey) {
        return counts.merge(jobKey, 1, Integer::sum);
    }
}
