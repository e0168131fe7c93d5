package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What several units do on a case, in words for a task's card; with the names of staff, not of residents. */
@Component
class Together {

    private final Assistances assistances;
    private final Whistles whistles;
    private final DepartmentNames names;
    private final Territory territory;
    private final Times times;
    private final Clock clock;

    Together(Assistances assistances, Whistles whistles, DepartmentNames names, Territory territory, Times times,
            Clock clock) {
        this.assistances = assistances;
        this.whistles = whistles;
        this.names = names;
        this.territory = territory;
        this.times = times;
        this.clock = clock;
    }

    /** What the person of a task needs to know of the others, or of what is asked of them; empty when nothing. */
    String of(Case it, Step step) {
        return switch (step.element()) {
            case Handling.TASK, Supervising.TASK -> coHandlers(it);
            case Assisting.TASK -> assistances.find(step.part()).map(this::asked).orElse("");
            case ReportingIn.TASK -> whistles.findCall(step.part()).flatMap(call -> whistles.find(call.whistleId()))
                    .map(this::asked).orElse("");
            case ClosingWhistle.TASK -> whistles.find(step.part()).map(this::answers).orElse("");
            default -> "";
        };
    }

    /** One co-handler and where it stands. */
    String line(Assistance each) {
        var dueAt = each.dueAt();
        var light = each.light(clock.instant());
        return "%s：%s%s%s".formatted(names.of(each.department()), each.outcome().label(),
                each.open() && dueAt != null ? "，至" + times.words(dueAt) : "",
                light == null ? (each.late() ? "，超时" : "") : "，" + light.label());
    }

    /** One called department and what became of it. */
    String line(WhistleCall call) {
        return "%s：%s%s%s".formatted(names.of(call.department()), call.state().label(),
                call.minutes() == null ? "" : "，距吹哨%d分钟".formatted(call.minutes()), call.late() ? "，超时" : "");
    }

    private String coHandlers(Case it) {
        return assistances.of(it.id()).stream().map(each -> line(each)).collect(Collectors.joining("；"));
    }

    private String asked(Assistance each) {
        var dueAt = each.dueAt();
        return "您单位（%s）协办，%s。".formatted(names.of(each.department()),
                dueAt == null ? "案件挂账，暂不计时" : "请于%s前反馈".formatted(times.words(dueAt)));
    }

    private String asked(Whistle whistle) {
        return "%s吹哨，请于%s前到%s报到。事由：%s".formatted(
                territory.person(whistle.blownBy()).map(Actor::describe).orElse(whistle.blownBy()),
                times.words(whistle.dueAt()), whistle.place(), whistle.reason());
    }

    private String answers(Whistle whistle) {
        return "%s吹哨：%s（%s）".formatted(times.words(whistle.blownAt()), whistle.reason(),
                whistles.calls(whistle.id()).stream().map(call -> line(call)).collect(Collectors.joining("；")));
    }
}
