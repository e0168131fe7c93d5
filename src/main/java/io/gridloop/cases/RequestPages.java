package io.gridloop.cases;

import io.gridloop.clock.Limit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
    private final Asking asking;
    private final Actors actors;
    private final CasesProperties properties;
    private final Clock clock;

    RequestPages(CaseScope scope, DeadlineRequests requests, Approvers approvers, Asking asking, Actors actors,
            CasesProperties properties, Clock clock) {
        this.scope = scope;
        this.requests = requests;
        this.approvers = approvers;
        this.asking = asking;
        this.actors = actors;
        this.properties = properties;
        this.clock = clock;
    }

    /** What somebody sees and may do; nothing when the case lies out of their scope. */
    public Optional<RequestPanel> panel(String caseNumber, String login) {
        return scope.find(caseNumber, login).map(it -> panel(it, login));
    }

    private RequestPanel panel(Case it, String login) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return new RequestPanel(it.caseNumber(), approvers.handles(it, login), approvers.leads(it, login),
                approvers.supervises(login), asking.problem(it, RequestKind.EXTENSION, login).isEmpty(),
                asking.problem(it, RequestKind.SUSPENSION, login).isEmpty(), day(it.watch().suspendedUntil()),
                today.plusDays(1), today.plusYears(1), MoreTime.ranges(), properties.extensionsPerRound(),
                requests.of(it.id()).reversed().stream().map(this::view).toList());
    }

    private @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, clock.getZone());
    }

    RequestView view(DeadlineRequest it) {
        var asked = it.asked();
        return new RequestView(it.id(), it.kind(), it.state(), actors.named(it.askedBy()).name(), it.askedAt(),
                asked == null ? cause(it) : asked.label(), asked == null ? 0 : asked.amount(),
                asked == null ? "" : asked.unit().label(), Masking.mask(it.reason()), label(it.granted()),
                it.dueAfter(), name(it.leader()), masked(it.leaderNote()), name(it.decidedBy()),
                masked(it.decisionNote()), it.resumedAt());
    }

    private static String cause(DeadlineRequest it) {
        return "（%s），%s复核".formatted(Objects.requireNonNull(it.cause()).label(), it.reviewOn());
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
