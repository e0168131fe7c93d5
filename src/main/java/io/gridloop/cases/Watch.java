package io.gridloop.cases;

import io.gridloop.clock.Deadline;
import io.gridloop.clock.LimitUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of a case and its light. Each change raises the version, so that what was recorded for an earlier
 * deadline has no effect on the present one.
 */
@Embeddable
class Watch {

    private @Nullable String watchKey;

    @Column(name = "deadline_version")
    private int version;

    /** Whether a person moved it in this round. */
    @Column(name = "deadline_moved")
    private boolean moved;

    private @Nullable String ruleCode;
    private @Nullable String limitRuleCode;
    private @Nullable String severity;
    private @Nullable String limitText;
    private @Nullable Instant limitFrom;
    private @Nullable Instant warnAt;
    private @Nullable Instant dueAt;
    private @Nullable Instant overdueAt;

    /** How the present deadline was counted, one step a line; null when a person set it. */
    @Column(name = "deadline_steps")
    private @Nullable String steps;

    /** In what the present deadline counts; null before this was kept. */
    @Enumerated(EnumType.STRING)
    private @Nullable LimitUnit countedIn;

    /** While its clock stands still, a case has no deadline: then no record and no list can be wrong about it. */
    private @Nullable Instant suspendedUntil;

    /** A new deadline for a new dispatch. One that a person moved to a later time in the same round stays. */
    void arm(String key, Dispatch dispatch, Instant from, Deadline deadline) {
        boolean keep = moved && key.equals(watchKey) && dueAt != null && dueAt.isAfter(deadline.dueAt());
        watchKey = key;
        ruleCode = dispatch.ruleCode();
        limitRuleCode = dispatch.limitRuleCode();
        severity = dispatch.severity();
        limitText = dispatch.limit().label();
        limitFrom = from;
        if (!keep) {
            set(deadline.warnAt(), deadline.dueAt(), deadline.steps());
            moved = false;
            countedIn = dispatch.limit().unit();
        }
    }

    /** The same deadline, watched by another process instance. */
    void listenTo(String key) {
        watchKey = key;
    }

    /**
     * Another deadline by the decision of a person; the warning comes at four fifths of the whole span.
     *
     * @param howCounted in Chinese; empty when the person named the time itself
     */
    void move(Instant newDueAt, Instant now, List<String> howCounted) {
        var from = limitFrom == null ? now : limitFrom;
        var fourFifths = from.plusMillis(Duration.between(from, newDueAt).toMillis() * 4 / 5);
        set(fourFifths.isBefore(now) ? now : fourFifths, newDueAt, howCounted);
        moved = true;
        countedIn = LimitUnit.WORKING_HOUR;
    }

    /** What was added counts in this unit, and so does the deadline from now on. */
    void countIn(LimitUnit unit) {
        countedIn = unit;
    }

    /** Stops the clock. */
    void suspend(Instant until) {
        version++;
        warnAt = null;
        dueAt = null;
        suspendedUntil = until;
    }

    /** Lets the clock run again, in the same unit. */
    void resume(Deadline deadline) {
        set(deadline.warnAt(), deadline.dueAt(), deadline.steps());
        moved = true;
    }

    /** The case begins anew. The version goes on, because what was recorded is kept by it. */
    void disarm() {
        watchKey = null;
        limitText = null;
        limitFrom = null;
        warnAt = null;
        dueAt = null;
        overdueAt = null;
        moved = false;
        suspendedUntil = null;
        steps = null;
    }

    private void set(Instant newWarnAt, Instant newDueAt, List<String> howCounted) {
        version++;
        warnAt = newWarnAt;
        dueAt = newDueAt;
        overdueAt = null;
        suspendedUntil = null;
        steps = howCounted.isEmpty() ? null : String.join("\n", howCounted);
    }

    void markOverdue(Instant at) {
        overdueAt = at;
    }

    @Nullable
    Light light(Clock clock) {
        return warnAt == null || dueAt == null ? null : Light.at(clock.instant(), warnAt, dueAt);
    }

    @Nullable
    String key() {
        return watchKey;
    }

    int version() {
        return version;
    }

    @Nullable
    String ruleCode() {
        return ruleCode;
    }

    @Nullable
    String limitRuleCode() {
        return limitRuleCode;
    }

    @Nullable
    Instant limitFrom() {
        return limitFrom;
    }

    LimitUnit countedIn() {
        return countedIn == null ? LimitUnit.WORKING_HOUR : countedIn;
    }

    @Nullable
    Instant suspendedUntil() {
        return suspendedUntil;
    }

    boolean moved() {
        return moved;
    }

    @Nullable
    String limitText() {
        return limitText;
    }

    @Nullable
    Instant warnAt() {
        return warnAt;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    /** How the present deadline was counted; empty when a person set it. */
    List<String> steps() {
        return steps == null ? List.of() : steps.lines().toList();
    }

    @Nullable
    Instant overdueAt() {
        return overdueAt;
    }
}
