package io.gridloop.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who handles a case replies to an order of supervision: what is done, and by when the case will be. */
@Service
public class Replying implements HumanStep {

    static final String TASK = "Task_ReplySupervision";

    private final Judging judging;
    private final SupervisionOrders orders;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Replying(Judging judging, SupervisionOrders orders, History history, Actors actors, Clock clock) {
        this.judging = judging;
        this.orders = orders;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Records a reply. Returns {@code replyResult}: {@code review} when the supervisor is to look at it, {@code ended}
     * when the order is over, which a mere 催办 is with the reply, or {@code invalid} with what is wrong.
     */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, long orderId, Answer answer) {
        return judging.judge(this, step, answer,
                it -> result(orders.find(orderId).filter(SupervisionOrder::open)
                        .map(order -> record(step, it, order, answer)).orElse("ended"), null));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "supervisionReply";
    }

    @Override
    public String form() {
        return "replySupervision";
    }

    @Override
    public String title() {
        return "回复督办";
    }

    @Override
    public boolean wanted(Case it) {
        return orders.open(it.id()).isPresent();
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("replyResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return orders.open(it.id()).isEmpty()
                ? Optional.empty()
                : Problems.first(
                        () -> Problems.text("办理情况", answer.text("done"), 5, 500),
                        () -> Problems.unless(day(answer).isPresent(), "请填写今天或以后、一年以内的预计办结日期，如2026-12-01。"));
    }

    private String record(Step step, Case it, SupervisionOrder order, Answer answer) {
        var who = actors.of(it, TASK);
        var reply = "%s预计%s办结。".formatted(sentence(answer.text("done")), day(answer).orElseThrow());
        orders.reply(order, reply, who.login());
        history.write(it, step.element(), who, null, "回复%s：%s".formatted(order.words(), reply));
        if (order.level() != SupervisionLevel.URGE) {
            return "review";
        }
        orders.end(order, SupervisionOutcome.ANSWERED);
        return "ended";
    }

    private static Map<String, @Nullable Object> result(String result, @Nullable String problem) {
        return Results.of("replyResult", result, "formProblem", problem, "supervisionReply", null);
    }

    private static String sentence(String text) {
        return text.endsWith("。") ? text : text + "。";
    }

    private Optional<LocalDate> day(Answer answer) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        try {
            return Optional.of(LocalDate.parse(answer.text("finishOn")))
                    .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusYears(1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
