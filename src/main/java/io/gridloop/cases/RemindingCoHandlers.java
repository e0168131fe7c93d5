package io.gridloop.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever handles a case, or leads its grid, reminds a co-handler. */
@Service
public class RemindingCoHandlers {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final CaseScope scope;
    private final Effects effects;
    private final Approvers approvers;
    private final Assistances assistances;
    private final DepartmentNames names;
    private final Actors actors;
    private final History history;
    private final Notices notices;
    private final Clock clock;

    RemindingCoHandlers(CaseScope scope, Effects effects, Approvers approvers, Assistances assistances,
            DepartmentNames names, Actors actors, History history, Notices notices, Clock clock) {
        this.scope = scope;
        this.effects = effects;
        this.approvers = approvers;
        this.assistances = assistances;
        this.names = names;
        this.actors = actors;
        this.history = history;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Tells a co-handler that others wait, at most once an hour; see {@link StaffNotice}.
     *
     * @param caseNumber in the scope of who reminds
     * @param part id of the co-handler's part, as typed
     * @return why it cannot be done, in Chinese; empty when it was done
     */
    @Transactional
    public Optional<String> remind(String caseNumber, String part, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        var asked = find(part).filter(each -> found.filter(it -> it.id() == each.caseId()).isPresent());
        return Problems.first(
                () -> Problems.unless(asked.isPresent(), "没有这项协办。"),
                () -> Problems.unless(may(found.orElseThrow(), byLogin), "只有主办人和本网格的网格长可以提醒协办。"),
                () -> Problems.unless(asked.orElseThrow().open(), "这项协办已经结束，不用再提醒。"),
                () -> Problems.unless(rested(asked.orElseThrow()), "一小时内已经提醒过。"))
                .or(() -> {
                    remind(found.orElseThrow(), asked.orElseThrow(), byLogin);
                    return Optional.empty();
                });
    }

    /** Whether somebody waits for co-handlers of the case. */
    boolean may(Case it, String login) {
        return approvers.handles(it, login) || approvers.leads(it, login);
    }

    private Optional<Assistance> find(String part) {
        return part.matches("\\d{1,18}") ? assistances.find(Long.parseLong(part)) : Optional.empty();
    }

    private boolean rested(Assistance asked) {
        return asked.remindedAt() == null || asked.remindedAt().plus(PAUSE).isBefore(clock.instant());
    }

    private void remind(Case it, Assistance asked, String byLogin) {
        assistances.remind(asked.id());
        it.touch(clock.instant());
        history.write(it, "Page_Assistance", actors.named(byLogin), null,
                "提醒协办：%s。".formatted(names.of(asked.department())));
        notices.tell(it, asked.person(), "assistance-%d-%d".formatted(asked.id(), asked.reminded() + 1),
                "%s提醒您：案件%s的协办请尽快反馈。".formatted(actors.named(byLogin).name(), it.caseNumber()));
    }
}
