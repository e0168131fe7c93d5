package io.gridloop.walk;

import io.gridloop.walk.Journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a timer did after its deadline was moved. A record of a warning or of an overrun is right when
 *
 * <ol>
 * <li>it belongs to the version of the deadline that was in force at that moment,
 * <li>it did not come before the instant of that version, and
 * <li>a timer went off in the engine that was armed for exactly this instant; or, of an overrun alone, the second clock
 * said so after its grace.
 * </ol>
 */
final class OldTimers {

    /** PostgreSQL rounds an instant to the next microsecond, the engine cuts it to milliseconds. */
    private static final Duration ROUNDING = Duration.ofNanos(1_000);

    private final Set<Fired> fired;
    private final Duration grace;
    private final Map<Long, Entry> inForce = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private int byTimer;
    private int bySecondClock;

    private OldTimers(Collection<Fired> fired, Duration grace) {
        this.fired = new HashSet<>(fired);
        this.grace = grace;
    }

    /** @param grace how long the second clock leaves a record to the engine */
    static OldTimers in(List<Entry> journal, Collection<Fired> fired, Duration grace) {
        var timers = new OldTimers(fired, grace);
        journal.forEach(timers::take);
        return timers;
    }

    /** What was wrong, one line each. */
    List<String> found() {
        return found;
    }

    int byTimer() {
        return byTimer;
    }

    int bySecondClock() {
        return bySecondClock;
    }

    private void take(Entry entry) {
        if (entry.element() == null) {
            inForce.put(entry.caseId(), entry);
        } else {
            check(entry, entry.element(), inForce.get(entry.caseId()));
        }
    }

    private void check(Entry record, String element, @Nullable Entry deadline) {
        boolean warning = element.equals("Task_RecordWarning");
        var instant = deadline == null ? null : warning ? deadline.warnAt() : deadline.dueAt();
        if (deadline == null || instant == null || deadline.version() != record.version()) {
            report(record, "belongs to version %d, but in force was %s".formatted(record.version(), deadline));
        } else if (record.at() == null || record.at().isBefore(instant)) {
            report(record, "came before its instant " + instant);
        } else if (wentOff(record.caseId(), instant) || wentOff(record.caseId(), instant.minus(ROUNDING))) {
            byTimer++;
        } else if (!warning && record.at().isAfter(instant.plus(grace))) {
            bySecondClock++;
        } else {
            report(record, "was set off by no timer that was armed for " + instant);
        }
    }

    private boolean wentOff(long caseId, Instant instant) {
        return fired.contains(new Fired(caseId, instant.truncatedTo(ChronoUnit.MILLIS)));
    }

    private void report(Entry record, String what) {
        Instant at = record.at();
        found.add("%s of case %d at %s %s".formatted(record.element(), record.caseId(), at, what));
    }
}
