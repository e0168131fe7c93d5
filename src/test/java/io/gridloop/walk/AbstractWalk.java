package io.gridloop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What holds at the end of every walk. */
abstract class AbstractWalk {

    static final long SEED = Long.getLong("gridloop.walk.seed", 20261128);

    private Outcome outcome;

    /** Walks, and prints the figures. */
    void walk(ApplicationContext gridloop, URI openSearch, Walk walk, Duration most, String file)
            throws InterruptedException, IOException {
        var records = EngineRecords.fromNowOn(openSearch);
        outcome = Outcome.of(walk.run(gridloop, most), gridloop, records);
        outcome.walk().failed().forEach(failed -> System.out.println(failed.told()));
        var report = new WalkReport(outcome);
        report.print();
        report.write(Path.of(file));
    }

    Outcome outcome() {
        return outcome;
    }

    @Test
    void endsEveryCaseInAnAllowedEnd() {
        var failed = outcome.walk().failed();
        assertThat(failed).as(() -> failed.stream().map(Walked::told).collect(Collectors.joining("\n"))).isEmpty();
        assertThat(outcome.ended()).isEqualTo(outcome.walk().walk().cases());
    }

    @Test
    void leavesNothingInTheEngine() {
        assertThat(outcome.instancesLeft()).isEmpty();
        assertThat(outcome.incidents()).isEmpty();
    }

    @Test
    void keepsEveryPromise() {
        assertThat(outcome.broken()).isEmpty();
    }

    @Test
    void tellsResidentsOfEachEndOnceAndWritesEachEffectOnce() {
        assertThat(outcome.toldWrongly()).isZero();
        assertThat(outcome.told()).isEqualTo(outcome.ends());
        assertThat(outcome.effectsTwice()).isZero();
    }

    @Test
    void recordsNothingByATimerWhoseDeadlineWasMoved() {
        assertThat(outcome.timers().found()).isEmpty();
        assertThat(outcome.timers().byTimer()).isPositive();
    }
}
