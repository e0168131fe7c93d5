package io.gridloop.cases;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two levels of approval of a request: the grid leader supports or refuses it, then the supervisor grants or
 * refuses it. Nobody decides on their own request, nor on both levels.
 */
@Service
public class Permitting {

    private static final String GONE = "这项申请已经处理或作废，请看下面的最新情况。";

    private final CaseScope scope;
    private final Effects effects;
    private final DeadlineRequests requests;
    private final Approvers approvers;
    private final Granting granting;
    private final History history;
    private final Notices notices;
    private final Actors actors;
    private final Clock clock;

    Permitting(CaseScope scope, Effects effects, DeadlineRequests requests, Approvers approvers, Granting granting,
            History history, Notices notices, Actors actors, Clock clock) {
        this.scope = scope;
        this.effects = effects;
        this.requests = requests;
        this.approvers = approvers;
        this.granting = granting;
        this.history = history;
        this.notices = notices;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * The grid leader's word.
     *
     * @param request id of the request that they saw
     * @param decision {@code support} or {@code refuse}
     * @param note up to 500 characters; a refusal needs one
     * @return what is wrong, and nothing is stored; empty when it was taken
     */
    @Transactional
    public Optional<FieldProblem> opine(String caseNumber, String request, String decision, String note,
            String byLogin) {
        var it = scope.findId(caseNumber, byLogin).map(effects::lock);
        var asked = it.flatMap(found -> open(found, request, RequestState.ASKED));
        return FieldProblem.first(
                () -> FieldProblem.unless(asked.isPresent(), GONE),
                () -> FieldProblem.unless(approvers.leads(it.orElseThrow(), byLogin), "只有本网格的网格长可以审核。"),
                () -> FieldProblem.unless(!byLogin.equals(asked.orElseThrow().askedBy()), "本人的申请须由他人审核。"),
                () -> choice(decision, "support", note))
                .or(() -> {
                    opine(it.orElseThrow(), asked.orElseThrow(), decision.equals("support"), note.strip(), byLogin);
                    return Optional.empty();
                });
    }

    /**
     * The supervisor's word.
     *
     * @param request id of the request that they saw
     * @param decision {@code grant} or {@code refuse}
     * @param amount how much is granted, in the unit that was asked, from 1 to what was asked; for an extension
     * @param note up to 500 characters; a refusal needs one
     * @return what is wrong, and nothing is stored; empty when it was taken
     */
    @Transactional
    public Optional<FieldProblem> decide(String caseNumber, String request, String decision, String amount, String note,
            String byLogin) {
        var it = scope.findId(caseNumber, byLogin).map(effects::lock);
        var supported = it.flatMap(found -> open(found, request, RequestState.SUPPORTED));
        return FieldProblem.first(
                () -> FieldProblem.unless(supported.isPresent(), GONE),
                () -> FieldProblem.unless(approvers.supervises(byLogin), "只有督办员可以审批。"),
                () -> FieldProblem.unless(isNewTo(byLogin, supported.orElseThrow()), "本人申请或审核过的，须由他人审批。"),
                () -> choice(decision, "grant", note),
                () -> decide(it.orElseThrow(), supported.orElseThrow(), decision, amount, note.strip(), byLogin));
    }

    private Optional<DeadlineRequest> open(Case it, String request, RequestState state) {
        return requests.open(it.id()).filter(open -> String.valueOf(open.id()).equals(request))
                .filter(open -> open.state() == state && open.concerns(it));
    }

    private static boolean isNewTo(String login, DeadlineRequest request) {
        return !login.equals(request.askedBy()) && !login.equals(request.leader());
    }

    private static Optional<FieldProblem> choice(String decision, String yes, String note) {
        boolean refuses = decision.equals("refuse");
        return FieldProblem.first(
                () -> FieldProblem.in("decision",
                        Problems.unless(refuses || decision.equals(yes), "请选择同意或不同意。")),
                () -> FieldProblem.in("note", refuses
                        ? Problems.text("不同意的理由", note.strip(), 2, 500)
                        : Problems.optionalText("意见", note.strip(), 500)));
    }

    private void opine(Case it, DeadlineRequest request, boolean supports, String note, String byLogin) {
        requests.opine(request, supports ? RequestState.SUPPORTED : RequestState.REFUSED, note, byLogin);
        write(it, request, byLogin, supports ? "支持" : "不同意", note);
        if (supports) {
            notices.tellSupervisor(it, "supported#" + request.id(),
                    "网格长支持%s申请，请审批。".formatted(request.kind().label()));
        } else {
            tellDecision(it, request, "网格长不同意", note);
        }
    }

    private Optional<FieldProblem> decide(Case it, DeadlineRequest request, String decision, String amount,
            String note, String byLogin) {
        if (decision.equals("grant")) {
            var problem = granting.grant(it, request, amount, note, byLogin);
            if (problem.isEmpty()) {
                tellDecision(it, request, "督办员批准", note);
            }
            return problem;
        }
        requests.refuse(request, note, byLogin);
        write(it, request, byLogin, "不批准", note);
        tellDecision(it, request, "督办员不批准", note);
        return Optional.empty();
    }

    private void tellDecision(Case it, DeadlineRequest request, String verdict, String note) {
        notices.tell(it, request.askedBy(), "decided#" + request.id(), "%s您的%s申请。%s".formatted(verdict,
                request.kind().label(), note.isEmpty() ? "" : "意见：" + note));
    }

    private void write(Case it, DeadlineRequest request, String byLogin, String verdict, String note) {
        it.touch(clock.instant());
        history.write(it, "Page_Approval", actors.named(byLogin), null, "%s%s申请。%s".formatted(verdict,
                request.kind().label(), note.isEmpty() ? "" : "意见：" + note));
    }
}
