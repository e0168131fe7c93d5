package io.gridloop.cases;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What every request needs: a case whose deadline runs, in the hands of who asks, and no other request waiting. */
@Component
class Asking {

    private final DeadlineRequests requests;
    private final Approvers approvers;
    private final History history;
    private final Notices notices;
    private final Actors actors;
    private final CasesProperties properties;
    private final Clock clock;

    Asking(DeadlineRequests requests, Approvers approvers, History history, Notices notices, Actors actors,
            CasesProperties properties,
            Clock clock) {
        this.requests = requests;
        this.approvers = approvers;
        this.history = history;
        this.notices = notices;
        this.actors = actors;
        this.properties = properties;
        this.clock = clock;
    }

    /** Why somebody cannot ask for this now, in Chinese; empty when they can. */
    Optional<String> problem(Case it, RequestKind kind, String byLogin) {
        var what = kind.label();
        var dueAt = it.watch().dueAt();
        return Problems.first(
                () -> Problems.unless(it.beingHandled(),
                        "只有处置中的案件可以申请%s。".formatted(what)),
                () -> Problems.unless(approvers.handles(it, byLogin), "只有承办人可以申请%s。".formatted(what)),
                () -> Problems.unless(dueAt != null, "案件已挂账，恢复计时后才能再申请。"),
                () -> Problems.unless(requests.open(it.id()).isEmpty(), "已有一项申请正在审批，请等待结果。"),
                () -> Problems.unless(dueAt != null && clock.instant().isBefore(dueAt),
                        "时限已过，不能再申请%s；请联系督办员调整时限。".formatted(what)),
                () -> Problems.unless(kind != RequestKind.EXTENSION || extensionsLeft(it),
                        "本轮办理已申请延期%d次，不能再申请。".formatted(properties.extensionsPerRound())));
    }

    void write(Case it, String byLogin, String words) {
        it.touch(clock.instant());
        history.write(it, "Page_Request", actors.named(byLogin), null, words);
        requests.open(it.id()).ifPresent(open -> notices.tellLeader(it, "asked#" + open.id(),
                "%s%s，请审核。".formatted(actors.shortName(byLogin), words)));
    }

    private boolean extensionsLeft(Case it) {
        return requests.asked(it, RequestKind.EXTENSION) < properties.extensionsPerRound();
    }
}
