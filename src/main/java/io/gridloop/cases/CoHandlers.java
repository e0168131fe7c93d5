package io.gridloop.cases;

import io.gridloop.clock.Deadline;
import io.gridloop.clock.DeadlineCalendar;
import io.gridloop.territory.Department;
import io.gridloop.territory.Territory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks departments to work beside the one that leads (主办、协办: 北京市接诉即办工作条例 art. 14, 潍坊市12345热线条例 art. 22).
 * A co-handler has the limit of the case, counted by its own calendar, and never longer than the lead. When the lead's
 * deadline is moved, those who are in time have the lead's new one; while its clock stands still, so does theirs.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CoHandlers {

    private final Assistances assistances;
    private final Territory territory;
    private final DepartmentNames names;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final CaseParties parties;
    private final Cases cases;
    private final Times times;

    CoHandlers(Assistances assistances, Territory territory, DepartmentNames names, DeadlineCalendar calendar,
            CalendarUnits units, CaseParties parties, Cases cases, Times times) {
        this.assistances = assistances;
        this.territory = territory;
        this.names = names;
        this.calendar = calendar;
        this.units = units;
        this.parties = parties;
        this.cases = cases;
        this.times = times;
    }

    /** Asks those that a dispatch names, but not again who has answered in this run; returns who is waited for now. */
    List<Assistance> ask(Case it, Dispatch dispatch, Instant from) {
        departments(dispatch).stream().filter(department -> !assistances.answered(it, department))
                .forEach(department -> ask(it, department, deadline(it, dispatch, department, from)));
        return assistances.open(it.id());
    }

    /** What the process needs to visit each of them; while the clock stands still, their deadline never comes. */
    List<Map<String, Object>> visits(List<Assistance> asked) {
        return asked.stream().map(each -> Map.<String, Object>of("part", each.id(), "unit", each.department(), "dueAt",
                times.iso(each.dueAt() == null ? times.never() : each.dueAt()))).toList();
    }

    /** Who was asked and until when, in Chinese; empty when nobody was. */
    String words(List<Assistance> asked) {
        return asked.isEmpty()
                ? ""
                : asked.stream().map(each -> "%s（%s，%s前反馈）".formatted(
                        names.of(each.department()),
                        territory.person(each.person()).map(Actor::describe).orElse(each.person()),
                        times.words(Objects.requireNonNull(each.dueAt()))))
                        .collect(Collectors.joining("、", "，协办：", ""));
    }

    @EventListener
    public void on(DeadlineMoved event) {
        follow(cases.findById(event.caseId()).orElseThrow());
    }

    /** Whoever is in time goes with the lead, whose deadline was moved; who was late before stays late. */
    void follow(Case it) {
        assistances.moveTo(it.id(), it.watch().warnAt(), it.watch().dueAt());
    }

    /** Codes of the departments of a dispatch that exist, each once, without the one that leads. */
    private List<String> departments(Dispatch dispatch) {
        var lead = dispatch.level().equals("department") ? code(dispatch.lead()) : "";
        return Arrays.stream(dispatch.coHandlers().split(",")).map(String::strip).map(this::code)
                .filter(code -> !code.isEmpty() && !code.equals(lead)).distinct().toList();
    }

    private String code(String named) {
        return territory.department(named).map(Department::code).orElse("");
    }

    private void ask(Case it, String department, Deadline deadline) {
        var person = territory.handlerFor(it.gridCode(), "department", "", department).login();
        assistances.ask(it, department, person, deadline.warnAt(), deadline.dueAt());
        parties.add(it.id(), person);
    }

    private Deadline deadline(Case it, Dispatch dispatch, String department, Instant from) {
        var own = calendar.deadline(from, dispatch.limit(), units.of(it.gridCode(), "department", department));
        var leads = Objects.requireNonNull(it.watch().dueAt());
        return own.dueAt().isAfter(leads)
                ? new Deadline(Objects.requireNonNull(it.watch().warnAt()), leads, List.of())
                : own;
    }
}
