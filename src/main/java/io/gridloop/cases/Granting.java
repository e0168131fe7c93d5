package io.gridloop.cases;

import io.gridloop.clock.DeadlineCalendar;
import io.gridloop.clock.Extension;
import io.gridloop.clock.Limit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a case the time that the supervisor grants, counted from the deadline that runs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Granting {

    private final DeadlineRequests requests;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final Moving moving;
    private final Warnings warnings;
    private final Pausing pausing;
    private final Actors actors;
    private final Times times;
    private final Clock clock;

    Granting(DeadlineRequests requests, DeadlineCalendar calendar, CalendarUnits units, Moving moving,
            Warnings warnings,
            Pausing pausing, Actors actors,
            Times times, Clock clock) {
        this.requests = requests;
        this.calendar = calendar;
        this.units = units;
        this.moving = moving;
        this.warnings = warnings;
        this.pausing = pausing;
        this.actors = actors;
        this.times = times;
        this.clock = clock;
    }

    /** Grants what was asked, or says why that cannot be. {@code amount} is looked at only for an extension. */
    Optional<FieldProblem> grant(Case it, DeadlineRequest request, String amount, String note, String byLogin) {
        if (it.decided() != null) {
            return FieldProblem.unless(false, "反映人已撤回案件，不用再审批。");
        }
        if (it.watch().dueAt() == null) {
            return FieldProblem.unless(false, "案件已挂账，请先恢复计时。");
        }
        return request.kind() == RequestKind.SUSPENSION
                ? FieldProblem.in("request", pausing.stop(it, request, note, byLogin))
                : extend(it, request, amount, note, byLogin);
    }

    private Optional<FieldProblem> extend(Case it, DeadlineRequest request, String amount, String note,
            String byLogin) {
        var asked = Objects.requireNonNull(request.asked());
        var granted = MoreTime.read(amount, asked.unit(), asked.amount());
        return FieldProblem.in("amount", granted.isEmpty()
                ? Optional.of("批准的时间须是1至%d之间的整数（%s）。".formatted(asked.amount(), asked.unit().label()))
                : extend(it, request, Extension.asked(asked).granted(granted.get()), note, byLogin));
    }

    private Optional<String> extend(Case it, DeadlineRequest request, Extension extension, String note,
            String byLogin) {
        var granted = Objects.requireNonNull(extension.granted());
        var extended = calendar.extend(Objects.requireNonNull(it.watch().dueAt()), granted, units.of(it));
        var due = extended.dueAt();
        if (!due.isAfter(clock.instant())) {
            return Optional.of("按此批准，新的时限%s已经过去：请批准更多，或不批准。".formatted(times.words(due)));
        }
        var steps = new ArrayList<String>();
        steps.add(extension.words());
        steps.addAll(extended.steps());
        requests.grant(request, granted, due, note, byLogin);
        moving.move(it, warnings.of(it, due, granted.unit(), steps), actors.named(byLogin),
                "办理时限延长至%s。".formatted(times.words(due)),
                told(request, granted, due, note));
        it.watch().countIn(granted.unit());
        return Optional.empty();
    }

    private String told(DeadlineRequest request, Limit granted, Instant due, String note) {
        return "%s申请延期%s（理由：%s），%s支持，批准%s，时限延长至%s。%s".formatted(
                actors.shortName(request.askedBy()), Objects.requireNonNull(request.asked()).label(), request.reason(),
                actors.shortName(request.leader()), granted.label(), times.words(due),
                note.isEmpty() ? "" : "意见：" + note);
    }
}
