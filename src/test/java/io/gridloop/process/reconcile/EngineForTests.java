package io.gridloop.process.reconcile;

import io.gridloop.process.engine.Instances;
import io.gridloop.process.engine.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An engine that says what a test lets it say. */
final class EngineForTests implements Instances {

    private final Map<Long, Verdict> verdicts = new HashMap<>();
    private final List<Long> cancelled = new ArrayList<>();
    private final Set<Long> banned = new HashSet<>();
    private final Set<Long> over = new HashSet<>();
    private Verdict usual = Verdict.DONE;

    void says(Verdict verdict) {
        usual = verdict;
    }

    void says(long key, Verdict verdict) {
        verdicts.put(key, verdict);
    }

    void bans(long processInstanceKey) {
        banned.add(processInstanceKey);
    }

    void ends(long elementInstanceKey) {
        over.add(elementInstanceKey);
    }

    List<Long> cancelled() {
        return cancelled;
    }

    @Override
    public Verdict look(long key) {
        return verdicts.getOrDefault(key, usual);
    }

    @Override
    public boolean banned(long processInstanceKey) {
        return banned.contains(processInstanceKey);
    }

    @Override
    public boolean over(long processInstanceKey, long elementInstanceKey) {
        return over.contains(elementInstanceKey);
    }

    @Override
    public Verdict cancel(long processInstanceKey) {
        cancelled.add(processInstanceKey);
        return Verdict.DONE;
    }
}
