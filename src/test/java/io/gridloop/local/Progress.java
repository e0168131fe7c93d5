package io.gridloop.local;

import java.io.PrintStream;
import java.time.Duration;

/** One line for each part, so that a newcomer sees that something happens and where it stops. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Starts a part and says how long it took until it answered. */
    void measure(Part part) {
        long start = System.nanoTime();
        part.start();
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        out.printf("%-22s ready in %.1f s%n", part.title(), seconds);
    }

    void failedToStop(Part part, RuntimeException failure) {
        out.printf("%-22s did not end in order: %s%n", part.title(), failure);
    }

    void endedStale(String name) {
        out.printf("%-22s ended: an earlier start had left it behind%n", name);
    }
}
