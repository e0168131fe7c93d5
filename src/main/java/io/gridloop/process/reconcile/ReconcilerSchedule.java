package io.gridloop.process.reconcile;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When the reconciler compares: {@code gridloop.process.reconciler.every}. */
@Component
class ReconcilerSchedule {

    private final Reconciler reconciler;
    private final AtomicBoolean running = new AtomicBoolean();

    ReconcilerSchedule(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    // At a fixed rate each comparison has a thread of its own; at a fixed delay a slow engine would hold up the others.
    @Scheduled(initialDelayString = "${gridloop.process.reconciler.every:1m}", fixedRateString = "${gridloop.process.reconciler.every:1m}")
    void compare() {
        if (running.compareAndSet(false, true)) {
            try {
                reconciler.compare();
            } finally {
                running.set(false);
            }
        }
    }
}
