package io.gridloop.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The supervisor looks at the reply to an order: content, or another reply, at the same level or a step up. */
@Service
public class ReviewingReply implements HumanStep {

    static final String TASK = "Task_ReviewReply";

    private final Judging judging;
    private final SupervisionOrders orders;
    private final Ladder ladder;
    private final History history;
    private final Actors actors;

    ReviewingReply(Judging judging, SupervisionOrders orders, Ladder ladder, History history, Actors actors) {
        this.judging = judging;
        this.orders = orders;
        this.ladder = ladder;
        this.history = history;
        this.actors = actors;
    }

    /**
     * Records {@code accept}, {@code again} or {@code escalate}. Returns {@code reviewResult}: {@code accepted} when the
     * order is over, {@code again} when another reply is waited for, or {@code invalid} with what is wrong.
     */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, long orderId, Answer answer) {
        return judging.judge(this, step, answer,
                it -> Results.of("reviewResult",
                        orders.find(orderId).filter(order -> order.state() == SupervisionState.REPLIED)
                                .map(order -> record(step, it, order, answer)).orElseGet(() -> stale(orderId)),
                        "formProblem", null, "supervisionReview", null));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "supervisionReview";
    }

    @Override
    public String form() {
        return "reviewReply";
    }

    @Override
    public String title() {
        return "审核督办回复";
    }

    @Override
    public boolean wanted(Case it) {
        return replied(it);
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("reviewResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return !replied(it) ? Optional.empty() : switch (answer.text("decision")) {
            case "accept" -> Problems.optionalText("审核意见", answer.text("note"), 500);
            case "again", "escalate" -> Problems.text("不予认可的理由", answer.text("note"), 2, 500);
            default -> Optional.of("请选择审核结论：认可、重新回复或升级。");
        };
    }

    private boolean replied(Case it) {
        return orders.open(it.id()).filter(order -> order.state() == SupervisionState.REPLIED).isPresent();
    }

    /** Raised or ended while the answer was on its way: the process looks where the order stands. */
    private String stale(long orderId) {
        return orders.find(orderId).filter(SupervisionOrder::open).isPresent() ? "again" : "accepted";
    }

    private String record(Step step, Case it, SupervisionOrder order, Answer answer) {
        var who = actors.of(it, TASK);
        var note = answer.text("note");
        switch (answer.text("decision")) {
            case "accept" -> {
                orders.end(order, SupervisionOutcome.ACCEPTED);
                history.write(it, step.element(), who, null, "认可督办回复，%s结束。%s".formatted(order.words(), note));
                return "accepted";
            }
            case "escalate" -> ladder.refuse(it, order, order.level().next(), step.element(), note, who);
            default -> ladder.refuse(it, order, order.level(), step.element(), note, who);
        }
        return "again";
    }
}
