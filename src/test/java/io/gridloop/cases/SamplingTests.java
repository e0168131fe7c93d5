package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 50, 100})
    void drawsAboutTheShareThatWasAskedFor(int percent) {
        long drawn = LongStream.rangeClosed(1, 20_000).filter(sampling(percent)::verified).count();
        assertThat(drawn).isBetween(percent * 200L - 200, percent * 200L + 200);
    }

    @Test
    void drawsTheSameCasesAgain() {
        assertThat(LongStream.rangeClosed(1, 1_000))
                .allMatch(id -> sampling(20).verified(id) == sampling(20).verified(id));
    }

    @Test
    void drawsFromNeighbouringCasesWithoutAPattern() {
        long repeats = LongStream.rangeClosed(1, 10_000)
                .filter(id -> sampling(50).verified(id) == sampling(50).verified(id + 2)).count();
        assertThat(repeats).isBetween(2_000L, 8_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void refusesAShareThatIsNone(int percent) {
        assertThatThrownBy(() -> sampling(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inspectsOthersThanItVerifies() {
        long same = LongStream.rangeClosed(1, 10_000)
                .filter(id -> sampling(50).verified(id) == sampling(50).inspected(id)).count();
        assertThat(same).isBetween(2_000L, 8_000L);
        assertThat(LongStream.rangeClosed(1, 1_000)).noneMatch(sampling(0)::inspected);
    }

    private static Sampling sampling(int percent) {
        return new Sampling(new CasesProperties("WZ", percent,
                new CasesProperties.Similar(0.25, Duration.ofDays(90)), Duration.ZERO, 2, Duration.ZERO, percent,
                Duration.ofDays(180), Duration.ZERO, 2, 2));
    }
}
