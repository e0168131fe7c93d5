package io.gridloop.process.outbox;

import io.gridloop.process.ProcessProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the relay on a thread of its own: a slow engine holds up no other scheduled work. */
@Component
class RelayLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

    private final Relay relay;
    private final Nudge nudge;
    private final ProcessProperties.Relay settings;
    private volatile boolean running;
    private @Nullable Thread thread;

    RelayLoop(Relay relay, Nudge nudge, ProcessProperties properties) {
        this.relay = relay;
        this.nudge = nudge;
        this.settings = properties.relay();
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            thread = Thread.ofVirtual().name("engine-relay").start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (running) {
                if (round() == 0) {
                    nudge.await(settings.poll());
                }
            }
        } catch (InterruptedException e) {
            log.debug("The relay ends");
        }
    }

    private int round() {
        try {
            return relay.sendDue();
        } catch (RuntimeException e) {
            log.warn("The relay could not look for commands: {}", e.toString());
            return 0;
        }
    }
}
