package io.gridloop.process.outbox;

import io.gridloop.process.ProcessProperties;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the relay on a thread for each lane: a slow engine holds up no other scheduled work, bulk no prompt command. */
@Component
class RelayLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

    private final Relay relay;
    private final Nudge nudge;
    private final ProcessProperties.Relay settings;
    private volatile boolean running;
    private List<Thread> threads = List.of();

    RelayLoop(Relay relay, Nudge nudge, ProcessProperties properties) {
        this.relay = relay;
        this.nudge = nudge;
        this.settings = properties.relay();
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            threads = List.of(
                    Thread.ofVirtual().name("engine-relay").start(() -> run(relay::sendDue, nudge::await)),
                    Thread.ofVirtual().name("engine-relay-bulk").start(() -> run(relay::sendBulk, Thread::sleep)));
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(IntSupplier send, Pause pause) {
        try {
            while (running) {
                if (round(send) == 0) {
                    pause.last(settings.poll());
                }
            }
        } catch (InterruptedException e) {
            log.debug("The relay ends");
        }
    }

    private int round(IntSupplier send) {
        try {
            return send.getAsInt();
        } catch (RuntimeException e) {
            log.warn("The relay could not look for commands: {}", e.toString());
            return 0;
        }
    }

    /** Waits at most so long. */
    @FunctionalInterface
    private interface Pause {
        void last(Duration most) throws InterruptedException;
    }
}
