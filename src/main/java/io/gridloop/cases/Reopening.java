package io.gridloop.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a closed case up again, from the beginning, for some days after its closing. */
@Service
public class Reopening {

    static final String TOO_OFTEN = "这件事已经重新办理过%d次，不能再要求重新办理；问题还在的，请重新上报。".formatted(Case.MOST_REOPENINGS);

    private final CaseScope scope;
    private final Cases cases;
    private final Effects effects;
    private final History history;
    private final Actors actors;
    private final CasesProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reopening(CaseScope scope, Cases cases, Effects effects, History history, Actors actors, CasesProperties properties,
            ApplicationEventPublisher events, Clock clock) {
        this.scope = scope;
        this.cases = cases;
        this.effects = effects;
        this.history = history;
        this.actors = actors;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The leader of its grid takes a case up again.
     *
     * @param caseNumber in the scope of who asks
     * @param reason 2 to 500 characters
     * @return why it cannot be done, in Chinese; empty when it was done
     */
    @Transactional
    public Optional<String> reopen(String caseNumber, String reason, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        var why = reason.strip();
        return Problems.first(
                () -> Problems.unless(found.isPresent(), "没有这个案件。"),
                () -> Problems.unless(scope.leads(found.orElseThrow(), byLogin), "只有案件所在网格的网格长可以重新办理。"),
                () -> problem(found.orElseThrow()),
                () -> Problems.text("重新办理的理由", why, 2, 500))
                .or(() -> {
                    reopen(found.orElseThrow(), actors.named(byLogin), why);
                    return Optional.empty();
                });
    }

    /** Whether this person may take it up again now. */
    boolean possible(Case it, String login) {
        return scope.leads(it, login) && problem(it).isEmpty();
    }

    /** When the time to rate a closed case or to take it up again is over. */
    Instant until(Case it) {
        return Optional.ofNullable(it.closedAt()).orElse(Instant.EPOCH).plus(properties.followUpWindow());
    }

    void reopen(Case it, Actor who, String reason) {
        it.reopen();
        it.touch(clock.instant());
        history.write(it, "StartEvent_CaseReported", who, "案件重新办理（第%d次）。".formatted(it.reopened()),
                "重新办理（第%d次）：%s".formatted(it.reopened(), reason));
        events.publishEvent(new CaseReopened(it.id()));
        events.publishEvent(new CaseReported(it.id(), it.caseNumber(), it.run()));
    }

    private boolean parentEnded(Case it) {
        return Optional.ofNullable(it.parentId()).flatMap(cases::findById)
                .filter(parent -> parent.decided() != null).isPresent();
    }

    private Optional<String> problem(Case it) {
        return Problems.first(
                () -> Problems.unless(it.handledToTheEnd(), "只有办理过并且已经结案的案件可以重新办理。"),
                () -> Problems.unless(it.reopenable(), TOO_OFTEN),
                () -> Problems.unless(!parentEnded(it), "本件是拆分出来的，原案件已经结案；需要时请重新办理原案件。"),
                () -> Problems.unless(clock.instant().isBefore(until(it)), "结案时间太久，不能重新办理；问题还在的，请重新上报。"));
    }
}
