package io.gridloop.cases;

import io.gridloop.clock.Limit;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requests of a case, as a person sees them. */
@Service
@Transactional(readOnly = true)
public class RequestPages {

    private final CaseScope scope;
    private final DeadlineRequests requests;
    private final Approvers approvers;
    private final Actors actors;
    private final CasesProperties properties;
    private final Clock clock;

    RequestPages(CaseScope scope, DeadlineRequests requests, Approvers approvers, Actors actors,
            CasesProperties properties, Clock clock) {
        this.scope = scope;
        this.requests = requests;
        this.approvers = approvers;
        this.actors = actors;
        this.properties = properties;
        this.clock = clock;
    }

    /** What somebody sees and may do; nothing when the case lies out of their scope. */
    public Optional<RequestPanel> panel(String caseNumber, String login) {
        return scope.find(caseNumber, login).map(it -> panel(it, login));
    }

    private RequestPanel panel(Case it, String login) {
        boolean handles = approvers.handles(it, login);
        return new RequestPanel(it.caseNumber(), handles, approvers.leads(it, login), approvers.supervises(login),
                handles && mayAsk(it), MoreTime.ranges(), properties.extensionsPerRound(),
                requests.of(it.id()).reversed().stream().map(this::view).toList());
    }

    private boolean mayAsk(Case it) {
        var dueAt = it.watch().dueAt();
        return it.state() == CaseState.HANDLING && dueAt != null && clock.instant().isBefore(dueAt)
                && requests.open(it.id()).isEmpty()
                && requests.asked(it, RequestKind.EXTENSION) < properties.extensionsPerRound();
    }

    RequestView view(DeadlineRequest it) {
        var asked = Objects.requireNonNull(it.asked());
        return new RequestView(it.id(), it.kind(), it.state(), actors.named(it.askedBy()).name(), it.askedAt(),
                asked.label(), asked.amount(), asked.unit().label(), Masking.mask(it.reason()), label(it.granted()),
                it.dueAfter(), name(it.leader()), masked(it.leaderNote()), name(it.decidedBy()),
                masked(it.decisionNote()));
    }

    private @Nullable String name(@Nullable String login) {
        return login == null ? null : actors.named(login).name();
    }

    private static @Nullable String label(@Nullable Limit granted) {
        return granted == null ? null : granted.label();
    }

    private static @Nullable String masked(@Nullable String note) {
        return note == null || note.isEmpty() ? null : Masking.mask(note);
    }
}
