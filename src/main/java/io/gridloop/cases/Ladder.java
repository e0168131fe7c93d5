package io.gridloop.cases;

import io.gridloop.audit.AuditTrail;
import io.gridloop.clock.DeadlineCalendar;
import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;
import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the order of a case up and off the ladder, and tells history, handler and engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Ladder {

    private final SupervisionOrders orders;
    private final TaskEnds ends;
    private final History history;
    private final Notices notices;
    private final Territory territory;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final SupervisionProperties settings;
    private final ApplicationEventPublisher events;
    private final Times times;
    private final Clock clock;

    Ladder(SupervisionOrders orders, TaskEnds ends, History history, Notices notices, Territory territory,
            DeadlineCalendar calendar, CalendarUnits units, SupervisionProperties settings,
            ApplicationEventPublisher events, Times times, Clock clock) {
        this.orders = orders;
        this.ends = ends;
        this.history = history;
        this.notices = notices;
        this.territory = territory;
        this.calendar = calendar;
        this.units = units;
        this.settings = settings;
        this.events = events;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Gives an order. When one is open, a higher level raises it, and any other only reminds the handler of it.
     *
     * @param element under which the history has it
     * @param reason in Chinese; may be empty
     */
    void order(Case it, String element, SupervisionLevel level, SupervisionKind kind, String reason, Actor who) {
        orders.open(it.id()).ifPresentOrElse(open -> {
            if (level.compareTo(open.level()) > 0) {
                raise(it, open, element, level, reason, who);
            } else {
                remind(it, open, element, reason, who);
            }
        }, () -> give(it, element, level, kind, reason, who));
    }

    /** The engine is about to ask for a reply. A limit that is over by then, because the engine was away, begins anew. */
    SupervisionOrder arrive(Case it, SupervisionOrder order, String element) {
        if (order.state() != SupervisionState.OPEN || order.replyDue().isAfter(clock.instant())) {
            return order;
        }
        var due = renew(it, order, order.level());
        say(it, order, element, Actor.SYSTEM, "%s送达时回复期限已过，改为%s前回复。".formatted(order.words(), times.words(due)));
        return orders.find(order.id()).orElseThrow();
    }

    /** Nobody replied in time: one step up; who has the red card keeps it, with a new limit. */
    void escalate(Case it, SupervisionOrder order, String element) {
        orders.countUnanswered(order);
        closeTasks(it);
        if (order.level() == SupervisionLevel.RED) {
            var due = renew(it, order, order.level());
            say(it, order, element, Actor.SYSTEM, "红牌逾期未回复（第%d次），须于%s前回复。".formatted(order.unanswered() + 1,
                    times.words(due)));
        } else {
            var next = order.level().next();
            var due = renew(it, order, next);
            say(it, order, element, Actor.SYSTEM, "%s逾期未回复，升级为%s，须于%s前回复。".formatted(order.level().label(),
                    next.label(), times.words(due)));
        }
    }

    /** Their reply was sent before its limit, but did not get through: they may send it again. */
    void grantAnother(Case it, SupervisionOrder order, String element) {
        closeTasks(it);
        var due = renew(it, order, order.level());
        say(it, order, element, Actor.SYSTEM, "回复已在期限内提交，但流程没有收到，不升级；请于%s前重新提交。".formatted(times.words(due)));
    }

    /** The supervisor is not content with the reply. */
    void refuse(Case it, SupervisionOrder order, SupervisionLevel level, String element, String why, Actor who) {
        var due = renew(it, order, level);
        say(it, order, element, who, "督办回复不予认可（%s），%s，须于%s前重新回复。".formatted(why,
                level == order.level() ? "等级不变" : "升级为" + level.label(), times.words(due)));
    }

    /** Takes an order off, also one that is over; an open one ends in the engine too. */
    void cancel(Case it, SupervisionOrder order, String element, String reason, Actor who) {
        orders.cancel(order, reason, login(who));
        say(it, order, element, who, "撤销%s，不计分。理由：%s".formatted(order.words(), reason));
        if (order.open()) {
            closeTasks(it);
            events.publishEvent(new SupervisionCancelled(it.id(), order.key()));
        }
    }

    /** The case leaves its handler: what was ordered is over, and its levels count. */
    void leave(Case it) {
        orders.open(it.id()).ifPresent(order -> {
            orders.end(order, SupervisionOutcome.OVER);
            closeTasks(it);
            history.write(it, Ordering.PAGE, Actor.SYSTEM, null, "案件已离开处置环节，%s自动结束。".formatted(order.words()));
        });
    }

    private void give(Case it, String element, SupervisionLevel level, SupervisionKind kind, String reason, Actor who) {
        var due = replyDue(it);
        var id = orders.give(it, level, kind, reason, login(who), due);
        reach(it, id, level);
        var order = orders.find(id).orElseThrow();
        say(it, order, element, who, "%s。%s须于%s前回复。".formatted(order.words(), demand(reason), times.words(due)));
        events.publishEvent(new SupervisionOrdered(it.id(), it.watchKey(), id, order.key()));
    }

    private void raise(Case it, SupervisionOrder open, String element, SupervisionLevel level, String reason,
            Actor who) {
        closeTasks(it);
        var due = renew(it, open, level);
        say(it, open, element, who, "由%s升级为%s。%s须于%s前回复。".formatted(open.level().label(), level.label(),
                demand(reason), times.words(due)));
        events.publishEvent(new SupervisionRaised(it.id(), open.key()));
    }

    private void remind(Case it, SupervisionOrder open, String element, String reason, Actor who) {
        var due = open.state() == SupervisionState.OPEN ? "仍须于%s前回复。".formatted(times.words(open.replyDue())) : "";
        say(it, open, element, who, "再次催促%s。%s%s".formatted(open.words(), demand(reason), due));
    }

    private Instant renew(Case it, SupervisionOrder order, SupervisionLevel level) {
        var due = replyDue(it);
        orders.await(order, level, due);
        reach(it, order.id(), level);
        return due;
    }

    private void reach(Case it, long id, SupervisionLevel level) {
        var login = String.valueOf(it.handlerLogin());
        orders.reach(id, level, login, territory.person(login).map(Person::unit).orElse(""),
                settings.points().of(level));
    }

    /** To the second, as the engine's timers are set. */
    private Instant replyDue(Case it) {
        var limit = new Limit(settings.replyLimit(), LimitUnit.WORKING_HOUR);
        var due = calendar.deadline(clock.instant(), limit, units.of(it)).dueAt();
        return Instant.ofEpochSecond(due.getEpochSecond());
    }

    /** The history has it, and the handler is told. */
    private void say(Case it, SupervisionOrder order, String element, Actor who, String words) {
        it.touch(clock.instant());
        history.write(it, element, who, null, words);
        notices.tellHandler(it, "%s#%d#%x".formatted(redCard(order.id()) ? "redCard" : "supervision", order.id(),
                words.hashCode()), "督办：" + words);
    }

    /** As it stands now: what is said of it may have raised it. */
    private boolean redCard(long id) {
        return orders.find(id).filter(order -> order.open() && order.level() == SupervisionLevel.RED).isPresent();
    }

    private void closeTasks(Case it) {
        ends.closeLeft(it, Replying.TASK);
        ends.closeLeft(it, ReviewingReply.TASK);
    }

    private static String login(Actor who) {
        return who.login() == null ? AuditTrail.SYSTEM : who.login();
    }

    private static String demand(String reason) {
        return reason.isEmpty() ? "" : "要求：%s；".formatted(reason);
    }
}
