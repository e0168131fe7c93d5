package io.gridloop.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process of an order asks and tells: where the order stands, and that nobody replied in time. */
@Service
public class FollowingOrder {

    private static final String ESCALATE = "Task_EscalateSupervision";

    private final Effects effects;
    private final SupervisionOrders orders;
    private final Ladder ladder;
    private final CaseTasks tasks;
    private final ApplicationEventPublisher events;
    private final Times times;

    FollowingOrder(Effects effects, SupervisionOrders orders, Ladder ladder, CaseTasks tasks,
            ApplicationEventPublisher events, Times times) {
        this.effects = effects;
        this.orders = orders;
        this.ladder = ladder;
        this.tasks = tasks;
        this.events = events;
        this.times = times;
    }

    /**
     * Where an order stands. Returns {@code supervisionState} ({@code reply}, {@code review} or {@code over}),
     * {@code supervisionLevel} in Chinese and {@code replyDueAt}. An order that another process instance follows is over
     * for this one.
     */
    @Transactional
    public Map<String, @Nullable Object> open(Step step, long orderId, long instanceKey) {
        return effects.once(step, it -> orders.find(orderId)
                .filter(order -> order.open() && it.beingHandled() && orders.follow(orderId, instanceKey))
                .map(order -> ladder.arrive(it, order, step.element()))
                .map(order -> Results.of("supervisionState",
                        order.state() == SupervisionState.REPLIED ? "review" : "reply", "supervisionLevel",
                        order.level().label(), "replyDueAt", times.iso(order.replyDue())))
                .orElseGet(() -> Results.of("supervisionState", "over")));
    }

    /**
     * The limit for a reply is over. Nothing happens when the order was meanwhile answered, raised or ended: then the
     * timer was that of an earlier limit.
     *
     * @param replyDueAt the time the timer was set for, ISO-8601
     */
    @Transactional
    public void escalate(Step step, long orderId, @Nullable String replyDueAt) {
        effects.once(step, it -> {
            orders.find(orderId)
                    .filter(order -> order.state() == SupervisionState.OPEN && it.beingHandled()
                            && replyDueAt != null && Times.same(replyDueAt, order.replyDue()))
                    .ifPresent(order -> escalate(it, order, step.element()));
            return Results.of();
        });
    }

    /**
     * The limit for a reply is over, and the engine has not said so. Raises the order as {@link #escalate} does and
     * publishes {@link SupervisionRaised}. Nothing happens when the order has moved since, or when no task to reply is
     * open: then a reply is on its way, or the handler was not asked yet.
     *
     * @param replyDue the limit that is over
     */
    @Transactional
    public void escalateMissed(long caseId, long orderId, Instant replyDue) {
        var it = effects.lock(caseId);
        orders.find(orderId).filter(order -> missed(it, order, replyDue))
                .ifPresent(order -> effects.once(caseId, ESCALATE, same -> replyDue.getEpochSecond(), same -> {
                    ladder.escalate(same, order, ESCALATE);
                    events.publishEvent(new SupervisionRaised(caseId, order.key()));
                    return Results.of();
                }));
    }

    private boolean missed(Case it, SupervisionOrder order, Instant replyDue) {
        return order.state() == SupervisionState.OPEN && order.replyDue().equals(replyDue) && it.beingHandled()
                && tasks.last(order.caseId(), Replying.TASK, 0)
                        .filter(task -> task.state() == CaseTask.State.OPEN).isPresent();
    }

    private void escalate(Case it, SupervisionOrder order, String element) {
        if (repliedInTime(order)) {
            ladder.grantAnother(it, order, element);
        } else {
            ladder.escalate(it, order, element);
        }
    }

    /** At the desk, while the engine was away or busy. */
    private boolean repliedInTime(SupervisionOrder order) {
        return tasks.last(order.caseId(), Replying.TASK, 0)
                .filter(task -> task.state() == CaseTask.State.ANSWERED && task.answeredAt() != null
                        && !task.answeredAt().isAfter(order.replyDue()))
                .isPresent();
    }
}
