package io.gridloop.walk;

import io.gridloop.cases.CasePages;
import io.gridloop.cases.Categories;
import io.gridloop.cases.Deadlines;
import io.gridloop.cases.Extending;
import io.gridloop.cases.FieldProblem;
import io.gridloop.cases.FollowingUp;
import io.gridloop.cases.Ordering;
import io.gridloop.cases.Permitting;
import io.gridloop.cases.Rating;
import io.gridloop.cases.RemindingCoHandlers;
import io.gridloop.cases.Reopening;
import io.gridloop.cases.Splitting;
import io.gridloop.cases.SupervisionKind;
import io.gridloop.cases.SupervisionLevel;
import io.gridloop.cases.Suspending;
import io.gridloop.cases.SuspensionCause;
import io.gridloop.cases.Whistling;
import io.gridloop.cases.Withdrawing;
import io.gridloop.clock.LimitUnit;
import io.gridloop.territory.Department;
import io.gridloop.territory.Territory;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can be done on the pages of a case. A new page action is one more entry here. */
final class PageActions {

    static final List<PageAction> ALL = List.of(
            new PageAction("looks at the case", 8, now -> !now.closed(), (now, it) -> it.the(CasePages.class)
                    .byNumber(now.caseNumber()).isPresent() ? Optional.empty() : Optional.of("nothing there")),
            new PageAction("withdraws", 1, now -> !now.closed(), (now, it) -> it.the(Withdrawing.class)
                    .withdraw(it.receiptCode(), it.sometimes("问题已经自行解决"))),
            new PageAction("asks for more time", 6, now -> now.handling() && now.request() == null,
                    PageActions::askForMoreTime),
            new PageAction("asks for a suspension", 6, now -> now.handling() && now.request() == null,
                    PageActions::askForSuspension),
            new PageAction("the leader opines", 18, now -> now.request() != null && !now.supported(),
                    PageActions::opine),
            new PageAction("the supervisor decides", 18, now -> now.request() != null && now.supported(),
                    PageActions::decide),
            new PageAction("lets the clock run again", 12, Sight::suspended, (now, it) -> words(
                    it.the(Suspending.class).resume(now.caseNumber(),
                            it.chance(50) ? it.leaderOf(now) : it.supervisor()))),
            new PageAction("moves the deadline", 3, now -> now.handling() && !now.suspended(),
                    (now, it) -> it.the(Deadlines.class).move(now.caseNumber(),
                            it.now().plusSeconds(it.from(-1, 40)), "情况有变，另定时限", it.supervisor())),
            new PageAction("orders supervision", 60, Sight::handling, PageActions::order),
            new PageAction("raises an order that was replied to", 200, PageActions::underReview, (now, it) -> words(
                    it.the(Ordering.class).order(now.caseNumber(), SupervisionLevel.RED.name(),
                            SupervisionKind.LEADER.name(), "答复避重就轻，责令立即整改", it.supervisor()))),
            new PageAction("cancels the order", 3, now -> now.order() != null, (now, it) -> words(it.the(Ordering.class)
                    .cancel(now.caseNumber(), String.valueOf(now.order()), "情况已经说明", it.supervisor()))),
            new PageAction("blows the whistle", 3, now -> now.handling() && now.grid() != null, PageActions::whistle),
            new PageAction("reminds a co-handler", 3, now -> assisting(now).findAny().isPresent(),
                    (now, it) -> it.the(RemindingCoHandlers.class).remind(now.caseNumber(),
                            String.valueOf(assisting(now).findFirst().orElseThrow().part()), it.leaderOf(now))),
            new PageAction("splits", 1, now -> !now.closed() && now.grid() != null, PageActions::split),
            new PageAction("somebody is absent", 1, now -> !now.closed() && !now.open().isEmpty(),
                    Duties::beginStandIn),
            new PageAction("somebody is transferred", 1, Sight::handling, Duties::transfer),
            new PageAction("the reporter rates", 8, Sight::closed, (now, it) -> rate(it, false)),
            new PageAction("the reporter wants it again", 3, Sight::closed, (now, it) -> rate(it, true)),
            new PageAction("the leader takes it up again", 1, now -> now.closed() && now.grid() != null,
                    (now, it) -> it.the(Reopening.class).reopen(now.caseNumber(), "现场仍有问题", it.leaderOf(now))),
            new PageAction("withdraws too late", 1, Sight::closed, (now, it) -> it.the(Withdrawing.class)
                    .withdraw(it.receiptCode(), "")));

    private PageActions() {}

    private static Optional<String> askForMoreTime(Sight now, Walker it) {
        var unit = it.oneOf(LimitUnit.values());
        return words(it.the(Extending.class).ask(now.caseNumber(), String.valueOf(it.from(1, 41)), unit.code(),
                "等待配件到货", it.chance(90) ? String.valueOf(now.handler()) : it.supervisor()));
    }

    private static Optional<String> askForSuspension(Sight now, Walker it) {
        return words(it.the(Suspending.class).ask(now.caseNumber(), it.oneOf(SuspensionCause.values()).name(),
                LocalDate.now(it.clock()).plusDays(it.from(0, 30)).toString(), "连日大雨无法施工",
                String.valueOf(now.handler())));
    }

    private static Optional<String> order(Sight now, Walker it) {
        boolean mildly = it.chance(20);
        return words(it.the(Ordering.class).order(now.caseNumber(),
                mildly ? SupervisionLevel.URGE.name() : it.oneOf(SupervisionLevel.values()).name(),
                it.oneOf(SupervisionKind.values()).name(), "请说明进展和办结时间",
                mildly ? it.leaderOf(now) : it.supervisor()));
    }

    private static Optional<String> whistle(Sight now, Walker it) {
        var departments = it.the(Territory.class).departments().stream().map(Department::code)
                .filter(code -> it.chance(15)).toList();
        return words(it.the(Whistling.class).blow(now.caseNumber(), departments, "需要多个部门到现场会商", "小区东门",
                String.valueOf(it.from(1, 41)), it.leaderOf(now)));
    }

    private static Optional<String> split(Sight now, Walker it) {
        var parts = Stream.of("路灯不亮，夜里看不清", "门口垃圾成堆无人清理", "井盖松动，走路容易绊倒").limit(it.from(2, 4))
                .map(text -> new Splitting.Part(text, it.oneOf(it.the(Categories.class).all()).code())).toList();
        return it.the(Splitting.class).split(now.caseNumber(), parts, it.leaderOf(now));
    }

    private static Stream<Sight.Open> assisting(Sight now) {
        return now.open().stream().filter(task -> task.element().equals("Task_AssistCase"));
    }

    private static boolean underReview(Sight now) {
        return now.handling() && now.open().stream().anyMatch(task -> task.element().equals("Task_ReviewReply"));
    }

    private static Optional<String> opine(Sight now, Walker it) {
        return words(it.the(Permitting.class).opine(now.caseNumber(), Objects.requireNonNull(now.request()),
                it.chance(80) ? "support" : "refuse", "情况属实", it.leaderOf(now)));
    }

    private static Optional<String> decide(Sight now, Walker it) {
        return words(it.the(Permitting.class).decide(now.caseNumber(), Objects.requireNonNull(now.request()),
                it.chance(80) ? "grant" : "refuse", String.valueOf(it.from(1, 9)), "按规定办理", it.supervisor()));
    }

    private static Optional<String> rate(Walker it, boolean again) {
        var grade = again && it.chance(90) ? Rating.Grade.DISSATISFIED : it.oneOf(Rating.Grade.values());
        return it.the(FollowingUp.class).answer(it.receiptCode(), grade.name(),
                it.oneOf(Rating.Reason.values()).name(), it.sometimes("希望尽快处理"), again);
    }

    private static Optional<String> words(Optional<FieldProblem> problem) {
        return problem.map(FieldProblem::words);
    }
}
