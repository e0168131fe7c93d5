package io.gridloop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.walk.Journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OldTimersTests {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Instant WARN = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant DUE = WARN.plusSeconds(10);
    private static final Instant LATER = DUE.plusSeconds(100);

    @Test
    void takesWhatTheTimersOfTheDeadlineInForceRecorded() {
        var timers = OldTimers.in(List.of(deadline(1, WARN, DUE), warning(1, WARN.plusMillis(20)),
                overrun(1, DUE.plusMillis(20))), List.of(fired(WARN), fired(DUE)), GRACE);

        assertThat(timers.found()).isEmpty();
        assertThat(timers.byTimer()).isEqualTo(2);
    }

    @Test
    void findsATimerThatRecordedAfterItsDeadlineWasMoved() {
        assertThat(found(List.of(deadline(1, WARN, DUE), deadline(2, LATER, LATER), overrun(1, DUE.plusMillis(20)))))
                .singleElement().asString().contains("belongs to version 1");
    }

    @Test
    void findsATimerOfTheOldDeadlineThatRecordedForTheNewOne() {
        assertThat(found(List.of(deadline(1, WARN, DUE), deadline(2, LATER, LATER), overrun(2, DUE.plusMillis(20)))))
                .singleElement().asString().contains("came before its instant");
    }

    @Test
    void findsARecordWhileTheClockStoodStill() {
        assertThat(found(List.of(deadline(1, WARN, DUE), deadline(2, null, null), overrun(2, DUE.plusMillis(20)))))
                .singleElement().asString().contains("in force was");
    }

    @Test
    void findsARecordThatNoTimerAskedFor() {
        assertThat(found(List.of(deadline(1, LATER, LATER), warning(1, LATER.plusSeconds(60)))))
                .singleElement().asString().contains("was set off by no timer");
        assertThat(found(List.of(deadline(1, WARN, LATER), overrun(1, LATER.plusSeconds(1)))))
                .singleElement().asString().contains("was set off by no timer");
    }

    @Test
    void leavesAnOverrunToTheSecondClockAfterItsGrace() {
        var timers = OldTimers.in(List.of(deadline(1, WARN, DUE), overrun(1, DUE.plusSeconds(31))), List.of(), GRACE);

        assertThat(timers.found()).isEmpty();
        assertThat(timers.bySecondClock()).isEqualTo(1);
    }

    private static List<String> found(List<Entry> journal) {
        return OldTimers.in(journal, List.of(fired(WARN), fired(DUE)), GRACE).found();
    }

    private static Entry deadline(long version, @Nullable Instant warnAt, @Nullable Instant dueAt) {
        return new Entry(7, null, version, null, warnAt, dueAt);
    }

    private static Entry warning(long version, Instant at) {
        return new Entry(7, "Task_RecordWarning", version, at, null, null);
    }

    private static Entry overrun(long version, Instant at) {
        return new Entry(7, "Task_RecordOverdue", version, at, null, null);
    }

    private static Fired fired(Instant setFor) {
        return new Fired(7, setFor);
    }
}
