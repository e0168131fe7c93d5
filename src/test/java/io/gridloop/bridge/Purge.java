package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends everything that a test left running. The 8.6 broker cannot purge, so the instances are cancelled.
 *
 * <p>An instance that was started just before the end of the test may not be visible yet. Therefore a message that
 * nobody waits for is published first: once the log shows it, the log has shown everything before it.
 *
 * <p>What is deployed stays: process definitions are cheap to keep, and tests deploy what they need anyway. So a start
 * message of one test class must have a name that no other test class uses for another process.
 */
final class Purge {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI rest;
    private final EngineView view;
    private final AtomicLong changes = new AtomicLong();

    Purge(URI rest, EngineView view) {
        this.rest = rest;
        this.view = view;
    }

    /** How many purges there were; Process Test waits until the topology names the one that it asked for. */
    long lastChange() {
        return changes.get();
    }

    /** Cancels what runs, round by round, until nothing does, and forgets the past. */
    synchronized long run() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> running = runningOnceAllIsRead(end);
        while (!running.isEmpty()) {
            running.forEach(this::cancel);
            running = runningOnceAllIsRead(end);
        }
        view.forget();
        return changes.incrementAndGet();
    }

    private List<String> runningOnceAllIsRead(long end) {
        String marker = "processTestBridge-" + UUID.randomUUID();
        publish(marker);
        while (!view.hasSeen(marker)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The engine's log stands still, or instances do not end");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        // Read once more: the marker's index may have become visible before that of the last instance.
        return view.activeRoots().stream().filter(Bans::canEnd).toList();
    }

    private void publish(String name) {
        ObjectNode message = Json.object().put("name", name).put("correlationKey", "").put("timeToLive", 0);
        Web.post(rest.resolve("/v2/messages/publication"), message);
    }

    /** An instance that ended meanwhile is not found, which is as good. */
    private void cancel(String processInstanceKey) {
        URI address = rest.resolve("/v2/process-instances/" + processInstanceKey + "/cancellation");
        Web.send("POST", address, Json.write(Json.object()));
    }
}
