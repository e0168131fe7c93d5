package io.gridloop.process.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the relay as soon as a command is committed, so that it need not wait for the next poll. */
@Component
class Nudge {

    private final Semaphore commits = new Semaphore(0);

    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                commits.release();
            }
        });
    }

    /** Returns at the next commit, at the latest after {@code most}. */
    void await(Duration most) throws InterruptedException {
        commits.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
        commits.drainPermits();
    }
}
