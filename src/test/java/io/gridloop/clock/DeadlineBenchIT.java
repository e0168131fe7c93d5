package io.gridloop.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.bench.BenchReport;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link DeadlineBench}. */
@Tag("bench")
class DeadlineBenchIT {

    @Test
    void countsDeadlinesPerSecond() throws RunnerException, IOException {
        var results = new Runner(new OptionsBuilder().include(DeadlineBench.class.getName()).build()).run();
        assertThat(results).hasSize(2);
        var report = new BenchReport("deadlines");
        for (var result : results) {
            var score = result.getPrimaryResult();
            assertThat(score.getScore()).isPositive();
            report.put(score.getLabel() + " per second", "%.0f ± %.0f".formatted(score.getScore(),
                    score.getScoreError()));
        }
        report.publish();
    }
}
