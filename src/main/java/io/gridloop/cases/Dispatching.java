package io.gridloop.cases;

import io.gridloop.clock.DeadlineCalendar;
import io.gridloop.territory.Department;
import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a case to a named person under a deadline. */
@Service
public class Dispatching {

    private final Effects effects;
    private final History history;
    private final Territory territory;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final Times times;
    private final Clock clock;

    Dispatching(Effects effects, History history, Territory territory, DeadlineCalendar calendar, CalendarUnits units,
            Times times, Clock clock) {
        this.effects = effects;
        this.history = history;
        this.territory = territory;
        this.calendar = calendar;
        this.units = units;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Finds the handler and the deadline. The limit runs from the acceptance by the grid leader, for rework from now.
     *
     * @param route the answer of {@code routeCase} or of the dispatcher
     * @param limit the answer of {@code limitCase}
     * @return {@code watchKey}, {@code warnAt}, {@code dueAt}
     */
    @Transactional
    public Map<String, @Nullable Object> dispatch(Step step, Answer route, Answer limit) {
        return effects.once(step, it -> {
            var dispatch = Dispatch.of(route, limit);
            var handler = handler(it, dispatch);
            var from = from(it);
            it.dispatch(handler.login(), dispatch, from, calendar.deadline(from, dispatch.limit(),
                    units.of(it.gridCode(), dispatch.level(), dispatch.lead())));
            write(step, it, dispatch, handler);
            effects.remember(it.id(), Resuming.DISPATCH, Results.of("route", route.values(), "limit", limit.values()));
            return Results.of("watchKey", it.watchKey(), "warnAt", iso(it.watch().warnAt()), "dueAt",
                    iso(it.watch().dueAt()));
        });
    }

    /** Rework goes to who handled it before, if they are still there. */
    private Person handler(Case it, Dispatch dispatch) {
        return Optional.ofNullable(it.handlerLogin())
                .flatMap(login -> territory.stillHandling(login, it.gridCode(), dispatch.level(), dispatch.lead()))
                .orElseGet(
                        () -> territory.handlerFor(it.gridCode(), dispatch.level(), dispatch.post(), dispatch.lead()));
    }

    private Instant from(Case it) {
        return it.reworked() || it.acceptedAt() == null ? clock.instant() : it.acceptedAt();
    }

    private void write(Step step, Case it, Dispatch dispatch, Person handler) {
        var due = times.words(Objects.requireNonNull(it.watch().dueAt()));
        var limit = dispatch.limit().label();
        history.write(it, step.element(), Actor.SYSTEM, "已派遣有关人员办理，限%s，至%s。".formatted(limit, due),
                "%s由%s处置，限%s，至%s%s".formatted(by(dispatch), Actor.describe(handler), limit, due, coHandlers(dispatch)));
    }

    private static String by(Dispatch dispatch) {
        return dispatch.ruleCode().equals("manual") ? "按人工派遣" : "按规则 " + dispatch.ruleCode() + " ";
    }

    private String coHandlers(Dispatch dispatch) {
        var names = Arrays.stream(dispatch.coHandlers().split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(code -> territory.department(code).map(Department::name).orElse(code))
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? "" : "，协办：" + names;
    }

    private String iso(@Nullable Instant instant) {
        return times.iso(Objects.requireNonNull(instant));
    }
}
