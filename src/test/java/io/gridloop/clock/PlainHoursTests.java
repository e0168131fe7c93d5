package io.gridloop.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHoursTests {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T01:30:00Z");

    @Test
    void aWorkingHourIsOneHour() {
        assertThat(deadline(1, 4, LimitUnit.WORKING_HOUR).dueAt()).isEqualTo(MONDAY_MORNING.plus(Duration.ofHours(4)));
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKING_DAY", "NATURAL_DAY"})
    void aDayIsTwentyFourHours(LimitUnit unit) {
        assertThat(deadline(1, 2, unit).dueAt()).isEqualTo(MONDAY_MORNING.plus(Duration.ofHours(48)));
    }

    @Test
    void warnsAtFourFifthsOfTheSpan() {
        assertThat(deadline(1, 10, LimitUnit.WORKING_HOUR).warnAt())
                .isEqualTo(MONDAY_MORNING.plus(Duration.ofHours(8)));
    }

    @Test
    void theTimeScaleShortensEveryLimit() {
        var deadline = deadline(60, 1, LimitUnit.WORKING_HOUR);
        assertThat(deadline.warnAt()).isEqualTo(MONDAY_MORNING.plusSeconds(48));
        assertThat(deadline.dueAt()).isEqualTo(MONDAY_MORNING.plusSeconds(60));
    }

    @Test
    void explainsTheDeadlineInLocalTime() {
        assertThat(deadline(1, 1, LimitUnit.WORKING_DAY).explanation())
                .isEqualTo("自2026年11月23日 09:30起，时限1个工作日（按每日24小时计），至2026年11月24日 09:30到期");
        assertThat(deadline(60, 1, LimitUnit.WORKING_HOUR).explanation()).endsWith("（演示加速60倍）");
    }

    @Test
    void countsNothingFinerThanMilliseconds() {
        var deadline = hours(7).deadline(MONDAY_MORNING.plusNanos(123_456_789), new Limit(1, LimitUnit.WORKING_HOUR),
                List.of());
        assertThat(deadline.warnAt().getNano() % 1_000_000).isZero();
        assertThat(deadline.dueAt().getNano() % 1_000_000).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesATimeScaleThatSlowsDown(double scale) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeScale(scale)).withMessageContaining("time-scale");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void refusesALimitOutOfRange(int amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(amount, LimitUnit.WORKING_DAY));
    }

    @ParameterizedTest
    @EnumSource
    void findsAUnitByTheCodeOfTheDecisionTable(LimitUnit unit) {
        assertThat(LimitUnit.of(unit.code())).contains(unit);
        assertThat(LimitUnit.of("fortnight")).isEmpty();
    }

    private static Deadline deadline(double scale, int amount, LimitUnit unit) {
        return hours(scale).deadline(MONDAY_MORNING, new Limit(amount, unit), List.of());
    }

    private static PlainHours hours(double scale) {
        return new PlainHours(Clock.system(ZoneId.of("Asia/Shanghai")), new TimeScale(scale));
    }
}
