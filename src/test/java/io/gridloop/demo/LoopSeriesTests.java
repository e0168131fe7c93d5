package io.gridloop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoopSeriesTests {

    @Test
    void saysHowManyCommandsWaited() {
        var series = series(second -> second % 11, second -> 0);
        assertThat(series.waiting()).isEqualTo(Map.of("min", 0L, "median", 5L, "max", 10L));
    }

    @Test
    void drawsTheHighestOfEachSixtieth() {
        var line = series(second -> second == 600 ? 70 : 0, second -> 0).waitingLine();
        assertThat(line).hasSize(60).startsWith("▁").endsWith("▁").containsOnlyOnce("█");
    }

    @Test
    void findsTheBestFiveMinutes() {
        var series = series(second -> 0, second -> second <= 600 ? second : 600 + (second - 600) * 2);
        assertThat(series.bestPerMinute()).isEqualTo(120.0);
    }

    @Test
    void takesTheWholeOfAShortRun() {
        var series = new LoopSeries(List.of(new LoopSample(0, 0, 0), new LoopSample(30, 0, 10)));
        assertThat(series.bestPerMinute()).isEqualTo(20.0);
        assertThat(new LoopSeries(List.of()).waitingLine()).isEmpty();
    }

    private static LoopSeries series(LongUnaryOperator waiting, LongUnaryOperator closed) {
        return new LoopSeries(LongStream.range(0, 1_201)
                .mapToObj(second -> new LoopSample(second, waiting.applyAsLong(second), closed.applyAsLong(second)))
                .toList());
    }
}
