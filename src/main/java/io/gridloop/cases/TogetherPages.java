package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What several units do on a case, as a person sees it. */
@Service
@Transactional(readOnly = true)
public class TogetherPages {

    private final CaseScope scope;
    private final Assistances assistances;
    private final RemindingCoHandlers reminding;
    private final WhistlePages whistles;
    private final Whistlers whistlers;
    private final DepartmentNames names;
    private final Actors actors;
    private final Territory territory;
    private final Clock clock;

    TogetherPages(CaseScope scope, Assistances assistances, RemindingCoHandlers reminding, WhistlePages whistles,
            Whistlers whistlers, DepartmentNames names, Actors actors, Territory territory, Clock clock) {
        this.scope = scope;
        this.assistances = assistances;
        this.reminding = reminding;
        this.whistles = whistles;
        this.whistlers = whistlers;
        this.names = names;
        this.actors = actors;
        this.territory = territory;
        this.clock = clock;
    }

    /** What somebody sees and may do; nothing when the case lies out of their scope. */
    public Optional<TogetherPanel> panel(String caseNumber, String login) {
        return scope.find(caseNumber, login).map(it -> panel(it, login));
    }

    private TogetherPanel panel(Case it, String login) {
        boolean mayBlow = whistlers.problem(it, login).isEmpty();
        return new TogetherPanel(it.caseNumber(), assistances.of(it.id()).stream().map(this::view).toList(),
                reminding.may(it, login), whistles.of(it), mayBlow, mayBlow ? territory.departments() : List.of(),
                Whistling.USUAL_HOURS);
    }

    private AssistanceView view(Assistance each) {
        return new AssistanceView(each.id(), names.of(each.department()), actors.named(each.person()).name(),
                each.outcome(), each.dueAt(), each.light(clock.instant()), each.late(), each.doneAt(),
                masked(each.result()), each.reminded());
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Masking.mask(text);
    }
}
