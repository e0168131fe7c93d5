package io.gridloop.intake;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Imports files in the background, one after the other, on a thread of its own. */
@Component
class ImportLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ImportWork work;
    private final ImportBatches batches;
    private final UUID worker = UUID.randomUUID();
    private volatile boolean running;
    private @Nullable Thread thread;

    ImportLoop(ImportWork work, ImportBatches batches) {
        this.work = work;
        this.batches = batches;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("import").start(this::run);
    }

    /** The batch in hand is finished; what is left goes on at the next start. */
    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null && thread.join(PATIENCE)) {
                batches.release(worker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The lease of the import runs out by itself: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (running) {
                Thread.sleep(round());
            }
        } catch (InterruptedException e) {
            LOG.debug("The import ends");
        }
    }

    /** How long to rest before the next one. */
    private Duration round() {
        try {
            return work.next(worker, () -> running) ? Duration.ZERO : POLL;
        } catch (RuntimeException e) {
            LOG.warn("The import could not go on: {}", e.toString());
            return AFTER_A_FAULT;
        }
    }
}
