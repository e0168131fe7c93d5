package io.gridloop.clock;

import static io.gridloop.clock.WorkingCalendar.instant;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every way of counting, on seeded random calendars, times and limits. */
class CountingTests {

    private static final int CASES = 400;

    @Test
    void agreesWithTheSlowWay() {
        SlowCountingComparison.compare(20_261_124, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUp(long seed) {
        var it = RandomLimit.of(new Random(seed));
        var unit = it.limit().unit();
        var a = millis(it, 1);
        var b = instant(it.pausedAt()).plusMillis(2);
        var c = instant(it.resumedAt()).plusMillis(3);
        assertThat(it.calendar().count(unit, a, b) + it.calendar().count(unit, b, c))
                .isEqualTo(it.calendar().count(unit, a, c));
        long n = amount(it);
        assertThat(it.calendar().advance(unit, it.calendar().advance(unit, a, n), n + 1))
                .isEqualTo(it.calendar().advance(unit, a, 2 * n + 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void advancesToTheFirstInstantByWhichTheAmountHasPassed(long seed) {
        var it = RandomLimit.of(new Random(seed));
        var unit = it.limit().unit();
        var from = millis(it, 7);
        var to = it.calendar().advance(unit, from, amount(it));
        assertThat(it.calendar().count(unit, from, to)).isEqualTo(amount(it));
        assertThat(it.calendar().count(unit, from, to.minusMillis(1))).isLessThan(amount(it));
        assertThat(it.calendar().count(unit, to, from)).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLaterStartOrALongerLimitNeverEndsEarlier(long seed) {
        var it = RandomLimit.of(new Random(seed));
        var from = millis(it, 11);
        var deadline = it.calendar().deadline(from, it.limit());
        var later = it.calendar().deadline(instant(it.pausedAt()).plusMillis(11), it.limit());
        var longer = it.calendar().deadline(from, new Limit(it.limit().amount() + 1, it.limit().unit()));
        assertThat(later.dueAt()).isAfterOrEqualTo(deadline.dueAt());
        assertThat(longer.dueAt()).isAfterOrEqualTo(deadline.dueAt());
        assertThat(longer.warnAt()).isAfterOrEqualTo(deadline.warnAt());
        assertThat(deadline.warnAt()).isBetween(from, deadline.dueAt());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPauseInWhichNothingIsCountedChangesNothing(long seed) {
        var it = RandomLimit.of(new Random(seed));
        var running = Running.start(it.calendar(), millis(it, 13), it.limit());
        var at = instant(it.pausedAt()).plusMillis(13);
        assertThat(running.pause(at).resume(it.calendar(), at).dueAt(it.calendar()))
                .isEqualTo(running.dueAt(it.calendar()));
        var until = instant(it.resumedAt()).plusMillis(13);
        if (it.calendar().count(it.limit().unit(), at, until) == 0) {
            var resumed = running.pause(at).resume(it.calendar(), until);
            assertThat(resumed.dueAt(it.calendar())).isEqualTo(running.dueAt(it.calendar()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDeadlineExplainsItself(long seed) {
        var it = RandomLimit.of(new Random(seed));
        var deadline = it.calendar().deadline(instant(it.from()), it.limit());
        assertThat(deadline.steps()).hasSizeBetween(3, 20).allSatisfy(step -> assertThat(step).endsWith("。")
                .hasSizeLessThan(90));
        assertThat(deadline.steps()).anyMatch(step -> step.contains("到期，共计"));
    }

    private static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Instant millis(RandomLimit it, int more) {
        return instant(it.from()).plusMillis(more);
    }

    private static long amount(RandomLimit it) {
        return it.limit().amount() * (it.limit().unit() == LimitUnit.WORKING_HOUR ? 3_600_001L : 1);
    }
}
