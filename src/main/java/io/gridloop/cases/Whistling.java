package io.gridloop.cases;

import io.gridloop.clock.DeadlineCalendar;
import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;
import io.gridloop.territory.Department;
import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The grid leader or the street calls departments to a place while a case is being handled. */
@Service
public class Whistling {

    /** More departments are called one after the other. */
    static final int MOST = 8;

    /** Working hours; 样例，待县里核定. */
    static final int USUAL_HOURS = 2;

    private static final int MOST_HOURS = 40;

    private final CaseScope scope;
    private final Effects effects;
    private final Whistlers whistlers;
    private final Whistles whistles;
    private final Territory territory;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final CaseParties parties;
    private final Actors actors;
    private final History history;
    private final Times times;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Whistling(CaseScope scope, Effects effects, Whistlers whistlers, Whistles whistles, Territory territory,
            DeadlineCalendar calendar, CalendarUnits units, CaseParties parties, Actors actors, History history,
            Times times, Notices notices, ApplicationEventPublisher events, Clock clock) {
        this.scope = scope;
        this.effects = effects;
        this.whistlers = whistlers;
        this.whistles = whistles;
        this.territory = territory;
        this.calendar = calendar;
        this.units = units;
        this.parties = parties;
        this.actors = actors;
        this.history = history;
        this.times = times;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Calls departments; publishes {@link WhistleBlown} and a {@link StaffNotice} to each who is called.
     *
     * @param caseNumber in the scope of who calls
     * @param departments 1 to 8 codes
     * @param reason what for, 5 to 500 characters
     * @param place where, 2 to 200 characters
     * @param hours how many working hours they have to report in, as typed; 1 to 40
     * @return what is wrong, and nothing is stored; empty when the whistle was blown
     */
    @Transactional
    public Optional<FieldProblem> blow(String caseNumber, Collection<String> departments, String reason, String place,
            String hours, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        if (found.isEmpty()) {
            return FieldProblem.unless(false, "没有这个案件。");
        }
        var it = found.get();
        var called = departments.stream().map(territory::department).flatMap(Optional::stream).distinct().toList();
        return FieldProblem.first(
                () -> FieldProblem.in("whistle", whistlers.problem(it, byLogin)),
                () -> FieldProblem.in("departments",
                        Problems.unless(!called.isEmpty() && called.size() <= MOST, "请选择1到%d个部门。".formatted(MOST))),
                () -> FieldProblem.in("reason", Problems.text("吹哨事由", reason.strip(), 5, 500)),
                () -> FieldProblem.in("place", Problems.text("报到地点", place.strip(), 2, 200)),
                () -> FieldProblem.in("hours", Problems.unless(hours.strip().matches("[1-9]|[1-3]\\d|40"),
                        "报到时限须是1到%d之间的整数工作时。".formatted(MOST_HOURS))))
                .or(() -> {
                    blow(it, called, reason.strip(), place.strip(), Integer.parseInt(hours.strip()), byLogin);
                    return Optional.empty();
                });
    }

    private void blow(Case it, List<Department> called, String reason, String place, int hours, String byLogin) {
        var now = clock.instant();
        var around = units.of(it.gridCode(), "community", "");
        var reportIn = calendar.deadline(now, new Limit(hours, LimitUnit.WORKING_HOUR), around);
        var waitUntil = calendar.deadline(now, new Limit(2 * hours, LimitUnit.WORKING_HOUR), around).dueAt();
        var whistle = whistles.blow(it, byLogin, reason, place, hours, reportIn, waitUntil);
        var calls = called.stream().map(department -> call(it, whistle, department)).toList();
        it.touch(now);
        history.write(it, "Page_Whistle", actors.named(byLogin), null, "吹哨：请%s于%s前到%s报到。事由：%s".formatted(
                called.stream().map(Department::name).collect(Collectors.joining("、")), times.words(whistle.dueAt()),
                place, reason));
        events.publishEvent(new WhistleBlown(it.id(), it.watchKey(), whistle.id(), whistle.dueAt(), waitUntil, calls));
    }

    private WhistleBlown.Call call(Case it, Whistle whistle, Department department) {
        Person person = territory.handlerFor(it.gridCode(), "department", "", department.code());
        var call = whistles.call(whistle, department.code(), person.login());
        parties.add(it.id(), person.login());
        notices.tell(it, person.login(), "whistle-" + whistle.id(),
                "吹哨报到：案件%s，请于%s前到%s报到。".formatted(it.caseNumber(), times.words(whistle.dueAt()), whistle.place()));
        return new WhistleBlown.Call(call.id(), department.code());
    }
}
