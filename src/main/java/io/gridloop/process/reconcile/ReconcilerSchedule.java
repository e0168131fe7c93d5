package io.gridloop.process.reconcile;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When it is looked whether the engine is still the same, and the reconciler compares: {@code gridloop.process.reconciler.every}. */
@Component
class ReconcilerSchedule {

    private final EngineMark mark;
    private final Reconciler reconciler;
    private final AtomicBoolean running = new AtomicBoolean();

    ReconcilerSchedule(EngineMark mark, Reconciler reconciler) {
        this.mark = mark;
        this.reconciler = reconciler;
    }

    // At a fixed rate each comparison has a thread of its own; at a fixed delay a slow engine would hold up the others.
    @Scheduled(initialDelayString = "${gridloop.process.reconciler.every:1m}", fixedRateString = "${gridloop.process.reconciler.every:1m}")
    void compare() {
        if (running.compareAndSet(false, true)) {
            try {
                mark.look();
                reconciler.compare();
            } finally {
                running.set(false);
            }
        }
    }
}
