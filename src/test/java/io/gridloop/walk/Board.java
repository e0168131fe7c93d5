package io.gridloop.walk;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks several times a second where the cases stand, with one question for all, and wakes who waits for one. */
final class Board implements AutoCloseable {

    private static final int LOOK_EVERY_MILLIS = 250;

    private final JdbcClient jdbc;
    private final Set<Long> watched = ConcurrentHashMap.newKeySet();
    private final Map<Long, Sight> sights = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition looked = lock.newCondition();
    private final ScheduledExecutorService eye = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("walk-board").factory());

    Board(JdbcClient jdbc) {
        this.jdbc = jdbc;
        eye.scheduleWithFixedDelay(this::lookAtAll, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    Sight look(long caseId) {
        return jdbc.sql(Sight.SQL).param(new Long[]{caseId}).query((row, i) -> Sight.of(row)).single();
    }

    /**
     * Waits until a fact holds of a case.
     *
     * @throws IllegalStateException when it does not in time
     */
    Sight await(long caseId, Duration most, Predicate<Sight> fact) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        var now = look(caseId);
        watched.add(caseId);
        try {
            while (!fact.test(now)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("nothing happens any more to " + now);
                }
                sights.remove(caseId);
                awaitSighting(caseId, fact, end);
                now = look(caseId);
            }
            return now;
        } finally {
            watched.remove(caseId);
            sights.remove(caseId);
        }
    }

    /** Waits a while for something to happen to a case. */
    void awaitChange(Sight before, Duration most) throws InterruptedException {
        awaitAWhile(before.caseId(), most, now -> !now.equals(before));
    }

    /** Waits a while for a fact to hold of a case, and no longer. */
    void awaitAWhile(long caseId, Duration most, Predicate<Sight> fact) throws InterruptedException {
        watched.add(caseId);
        try {
            awaitSighting(caseId, fact, System.nanoTime() + most.toNanos());
        } finally {
            watched.remove(caseId);
            sights.remove(caseId);
        }
    }

    private void awaitSighting(long caseId, Predicate<Sight> fact, long end) throws InterruptedException {
        lock.lock();
        try {
            while (System.nanoTime() < end
                    && (!sights.containsKey(caseId) || !fact.test(sights.get(caseId)))) {
                looked.await(1, TimeUnit.SECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private void lookAtAll() {
        try {
            jdbc.sql(Sight.SQL).param(watched.toArray(Long[]::new)).query((row, i) -> Sight.of(row)).list()
                    .forEach(sight -> sights.put(sight.caseId(), sight));
        } catch (DataAccessException e) {
            // The next look comes soon; who waits too long says so.
            return;
        }
        lock.lock();
        try {
            looked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        eye.shutdownNow();
    }
}
