package io.gridloop.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The fast way of counting against the slow one: {@code gridloop.proof.deadlines} cases, 100,000 by default, each with a
 * deadline, a warning and a deadline after a pause; {@code gridloop.proof.deadlines-seed} begins elsewhere.
 */
@Tag("proof")
class CountingProofIT {

    private static final int CASES = Integer.getInteger("gridloop.proof.deadlines", 100_000);
    private static final long SEED = Long.getLong("gridloop.proof.deadlines-seed", 1_000_000_000L);
    private static final int PART = 1_000;

    @Test
    void agreesWithTheSlowWay() {
        long start = System.nanoTime();
        IntStream.range(0, CASES / PART).forEach(part -> SlowCountingComparison.compare(SEED + (long) part * PART,
                PART));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%n| deadlines against the slow oracle | |%n| --- | --- |%n| cases | %d |%n"
                + "| seconds | %.1f |%n| differences | 0 |%n", CASES, seconds);
        assertThat(CASES).isGreaterThanOrEqualTo(PART);
    }
}
