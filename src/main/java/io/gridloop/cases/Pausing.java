package io.gridloop.cases;

import io.gridloop.clock.Deadline;
import io.gridloop.clock.DeadlineCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stops the clock of a case and keeps the counted time that is left; lets it run again with exactly that. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Pausing {

    private final DeadlineRequests requests;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final Moving moving;
    private final History history;
    private final Actors actors;
    private final Times times;
    private final Clock clock;

    Pausing(DeadlineRequests requests, DeadlineCalendar calendar, CalendarUnits units, Moving moving, History history,
            Actors actors, Times times, Clock clock) {
        this.requests = requests;
        this.calendar = calendar;
        this.units = units;
        this.moving = moving;
        this.history = history;
        this.actors = actors;
        this.times = times;
        this.clock = clock;
    }

    /** Stops the clock, or says why it is too late for that. */
    Optional<String> stop(Case it, DeadlineRequest request, String note, String byLogin) {
        var dueAt = Objects.requireNonNull(it.watch().dueAt());
        var until = Objects.requireNonNull(request.reviewOn()).atStartOfDay(clock.getZone()).toInstant();
        return Problems.first(
                () -> Problems.unless(dueAt.isAfter(now()), "时限已过，不能再挂账：请先调整时限，或不批准。"),
                () -> Problems.unless(until.isAfter(now()), "复核日期已到：请不批准，由承办人重新申请。"))
                .or(() -> {
                    stop(it, request, until, note, byLogin);
                    return Optional.empty();
                });
    }

    /** Lets the clock run again; false when it runs. */
    boolean resume(Case it, Actor who) {
        var stopping = requests.stopping(it.id());
        stopping.ifPresent(request -> {
            var deadline = deadline(it, request);
            requests.resume(request, deadline.dueAt(), who.login());
            var due = times.words(deadline.dueAt());
            moving.resume(it, deadline, who, "已恢复计时，办理时限至%s。".formatted(due),
                    "%s恢复计时，时限至%s。".formatted(who == Actor.SYSTEM ? "复核日期已到，" : "", due));
        });
        return stopping.isPresent();
    }

    /** The case is no longer handled: it gets back the deadline that its clock would have, and nobody waits for it. */
    void end(Case it) {
        requests.stopping(it.id()).ifPresent(request -> {
            var deadline = deadline(it, request);
            requests.resume(request, deadline.dueAt(), null);
            it.resumeDeadline(deadline);
            history.write(it, "Msg_DeadlineMoved", Actor.SYSTEM, null, "案件已离开处置环节，挂账结束。");
        });
    }

    private void stop(Case it, DeadlineRequest request, Instant until, String note, String byLogin) {
        var watch = it.watch();
        var rest = calendar.stop(now(), Objects.requireNonNull(watch.warnAt()), Objects.requireNonNull(watch.dueAt()),
                watch.countedIn(), units.of(it));
        requests.suspend(request, rest, note, byLogin);
        var cause = Objects.requireNonNull(request.cause()).label();
        var day = times.day(until);
        moving.suspend(it, until, actors.named(byLogin), "因客观原因（%s）暂停计时，最迟%s恢复办理。".formatted(cause, day),
                "%s申请挂账（%s，说明：%s），%s支持，批准挂账至%s。%s".formatted(actors.shortName(request.askedBy()), cause,
                        request.reason(), actors.shortName(request.leader()), day,
                        note.isEmpty() ? "" : "意见：" + note));
    }

    private Deadline deadline(Case it, DeadlineRequest request) {
        return calendar.resume(now(), Objects.requireNonNull(request.rest()), units.of(it));
    }

    /** To the millisecond, in which working time is counted. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
