package io.gridloop.cases;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops the clock of a case for an objective cause, and lets it run again. */
@Service
public class Suspending {

    private final CaseScope scope;
    private final Effects effects;
    private final DeadlineRequests requests;
    private final Asking asking;
    private final Approvers approvers;
    private final Pausing pausing;
    private final Actors actors;
    private final Clock clock;

    Suspending(CaseScope scope, Effects effects, DeadlineRequests requests, Asking asking, Approvers approvers,
            Pausing pausing, Actors actors, Clock clock) {
        this.scope = scope;
        this.effects = effects;
        this.requests = requests;
        this.asking = asking;
        this.approvers = approvers;
        this.pausing = pausing;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Asks for a suspension; the grid leader is the next who decides.
     *
     * @param caseNumber in the scope of who asks, and in their hands
     * @param cause name of a {@link SuspensionCause}
     * @param reviewOn a day after today and within a year, ISO-8601
     * @param reason 2 to 500 characters
     * @return what is wrong, and nothing is stored; empty when it was asked
     */
    @Transactional
    public Optional<FieldProblem> ask(String caseNumber, String cause, String reviewOn, String reason,
            String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        if (found.isEmpty()) {
            return FieldProblem.unless(false, "没有这个案件。");
        }
        var it = found.get();
        var day = day(reviewOn);
        return FieldProblem.first(
                () -> FieldProblem.in("request", asking.problem(it, RequestKind.SUSPENSION, byLogin)),
                () -> FieldProblem.in("cause",
                        Problems.unless(SuspensionCause.of(cause).isPresent(), "请选择挂账的客观原因。")),
                () -> FieldProblem.in("reviewOn", Problems.unless(day.isPresent(), "请选择今天以后、一年以内的复核日期。")),
                () -> FieldProblem.in("reason", Problems.text("情况说明", reason.strip(), 2, 500)))
                .or(() -> {
                    store(it, SuspensionCause.of(cause).orElseThrow(), day.orElseThrow(), reason.strip(), byLogin);
                    return Optional.empty();
                });
    }

    /** Resumes a suspended case, for its grid leader and the supervisor; else says why not. */
    @Transactional
    public Optional<FieldProblem> resume(String caseNumber, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        return FieldProblem.first(
                () -> FieldProblem.unless(found.isPresent(), "没有这个案件。"),
                () -> FieldProblem.unless(approvers.leads(found.orElseThrow(), byLogin)
                        || approvers.supervises(byLogin), "只有网格长和督办员可以恢复计时。"),
                () -> FieldProblem.unless(pausing.resume(found.orElseThrow(), actors.named(byLogin)),
                        "案件没有挂账，或已经恢复计时。"));
    }

    /** Resumes a case whose day of review has come; nothing happens when somebody did so before. */
    @Transactional
    public void review(long caseId) {
        var it = effects.lock(caseId);
        var until = it.watch().suspendedUntil();
        if (until != null && !until.isAfter(clock.instant()) && it.state() == CaseState.HANDLING
                && it.decided() == null) {
            pausing.resume(it, Actor.SYSTEM);
        }
    }

    private void store(Case it, SuspensionCause cause, LocalDate reviewOn, String reason, String byLogin) {
        requests.askToSuspend(it, cause, reviewOn, Objects.requireNonNull(it.watch().dueAt()), reason, byLogin);
        asking.write(it, byLogin, "申请挂账（%s），%s复核。说明：%s".formatted(cause.label(), reviewOn, reason));
    }

    private Optional<LocalDate> day(String typed) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
