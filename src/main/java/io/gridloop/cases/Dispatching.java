package io.gridloop.cases;

import io.gridloop.clock.DeadlineCalendar;
import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;
import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a case to a named person under a deadline, and asks co-handlers. */
@Service
public class Dispatching {

    private final Effects effects;
    private final History history;
    private final Territory territory;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final CoHandlers coHandlers;
    private final Times times;
    private final DispatchNews news;
    private final CasesProperties properties;
    private final Clock clock;

    Dispatching(Effects effects, History history, Territory territory, DeadlineCalendar calendar, CalendarUnits units,
            CoHandlers coHandlers, Times times, DispatchNews news, CasesProperties properties, Clock clock) {
        this.effects = effects;
        this.history = history;
        this.territory = territory;
        this.calendar = calendar;
        this.units = units;
        this.coHandlers = coHandlers;
        this.times = times;
        this.news = news;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Finds the handler and the deadline. The limit runs from the acceptance by the grid leader, for rework from now.
     * So a case that was returned or reported up goes on under its first deadline, unless the table gives the level it
     * comes to another limit; that too runs from the acceptance. What a department gets it has to sign for, but not
     * again for rework by the one who handled it.
     *
     * @param route the answer of {@code routeCase} or of the dispatcher
     * @param limit the answer of {@code limitCase}
     * @return {@code watchKey}, {@code warnAt}, {@code dueAt}; {@code assistants}: part, unit and dueAt of each
     *     co-handler; and {@code signDueAt}, null when nobody has to sign
     */
    @Transactional
    public Map<String, @Nullable Object> dispatch(Step step, Answer route, Answer limit) {
        return effects.once(step, it -> {
            var dispatch = Dispatch.of(route, limit);
            var handler = handler(it, dispatch);
            var from = from(it);
            boolean signs = signs(it, dispatch, handler);
            it.dispatch(handler.login(), dispatch, from, calendar.deadline(from, dispatch.limit(),
                    units.of(it.gridCode(), dispatch.level(), dispatch.lead())));
            if (signs) {
                it.askForSignature(signDueAt(it));
            }
            var asked = coHandlers.ask(it, dispatch, from);
            write(step, it, dispatch, handler, asked);
            news.tell(it);
            effects.remember(it.id(), Resuming.DISPATCH, Results.of("route", route.values(), "limit", limit.values()));
            return Results.of("watchKey", it.watchKey(), "warnAt", iso(it.watch().warnAt()), "dueAt",
                    iso(it.watch().dueAt()), "assistants", coHandlers.visits(asked),
                    "signDueAt", signs ? iso(it.signature().dueAt()) : null);
        });
    }

    private static boolean signs(Case it, Dispatch dispatch, Person handler) {
        return dispatch.level().equals(Unit.DEPARTMENT) && !it.signature().givenBy(handler.login());
    }

    private Instant signDueAt(Case it) {
        var limit = new Limit(properties.signLimit(), LimitUnit.WORKING_HOUR);
        return calendar.deadline(clock.instant(), limit, units.of(it)).dueAt();
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

    private void write(Step step, Case it, Dispatch dispatch, Person handler, List<Assistance> asked) {
        var due = times.words(Objects.requireNonNull(it.watch().dueAt()));
        var limit = dispatch.limit().label();
        history.write(it, step.element(), Actor.SYSTEM, "已派遣有关人员办理，限%s，至%s。".formatted(limit, due),
                "%s由%s处置，限%s，至%s%s".formatted(by(dispatch), Actor.describe(handler), limit, due,
                        coHandlers.words(asked)));
    }

    private static String by(Dispatch dispatch) {
        return dispatch.ruleCode().equals("manual") ? "按人工派遣" : "按规则 " + dispatch.ruleCode() + " ";
    }

    private String iso(@Nullable Instant instant) {
        return times.iso(Objects.requireNonNull(instant));
    }
}
