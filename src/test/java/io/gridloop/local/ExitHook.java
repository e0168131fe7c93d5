package io.gridloop.local;

import java.time.Duration;
import java.util.Optional;

/**
 * Ends the platform when the JVM ends, after Spring has closed its contexts: hooks run side by side, and a context that
 * closes still needs its database. Spring's own list of things to do last is not used, because Spring heeds it only
 * once an application was run, and a start can be broken off before that.
 */
final class ExitHook {

    private static final String SPRINGS_HOOK = "SpringApplicationShutdownHook";
    /** All hooks are started together: one that is not there by now does not exist. */
    private static final Duration START_OF_HOOKS = Duration.ofMillis(300);

    private ExitHook() {}

    /** Runs {@code close} at the end of the JVM, on exit, Ctrl-C and SIGTERM alike. */
    static void runLast(Runnable close) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> afterSpring(close), "LocalPlatformShutdownHook"));
    }

    private static void afterSpring(Runnable close) {
        try {
            Thread.sleep(START_OF_HOOKS);
            Optional<Thread> spring = springsHook();
            if (spring.isPresent()) {
                spring.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close.run();
        }
    }

    private static Optional<Thread> springsHook() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(SPRINGS_HOOK))
                .findFirst();
    }
}
