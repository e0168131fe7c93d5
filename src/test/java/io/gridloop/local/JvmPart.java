package io.gridloop.local;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** A part that runs in a child JVM. */
final class JvmPart implements Part {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration PACE = Duration.ofMillis(150);

    private final ChildJvm jvm;
    private final Path home;
    private final ChildProcesses children;
    private final BooleanSupplier ready;
    private volatile @Nullable Process process;

    JvmPart(ChildJvm jvm, Path home, ChildProcesses children, BooleanSupplier ready) {
        this.jvm = jvm;
        this.home = home;
        this.children = children;
        this.ready = ready;
    }

    @Override
    public String title() {
        return jvm.title();
    }

    @Override
    public void start() {
        Process started = children.launch(jvm.name(), () -> jvm.start(home.resolve(jvm.name()), log()));
        process = started;
        try {
            await().atMost(PATIENCE).pollDelay(PACE).pollInterval(PACE).until(() -> answers(started));
        } catch (ConditionTimeoutException late) {
            throw new PlatformFailure("%s did not answer within %d s; see %s"
                    .formatted(title(), PATIENCE.toSeconds(), log()));
        }
    }

    private boolean answers(Process started) {
        if (!started.isAlive()) {
            throw new PlatformFailure("%s ended with code %d before it was ready; see %s"
                    .formatted(title(), started.exitValue(), log()));
        }
        return ready.getAsBoolean();
    }

    @Override
    public void stop() {
        Process running = process;
        if (running != null) {
            children.end(jvm.name(), running.toHandle());
            process = null;
        }
    }

    /** Ends it as a power failure would: nothing it holds is written. Does nothing when it does not run. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            ChildProcesses.awaitEnd(List.of(running.toHandle()), PATIENCE);
            process = null;
        }
    }

    private Path log() {
        return home.resolve("logs").resolve(jvm.name() + ".log");
    }
}
