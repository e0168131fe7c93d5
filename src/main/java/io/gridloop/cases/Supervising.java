package io.gridloop.cases;

import io.gridloop.clock.DeadlineCalendar;
import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The supervisor's word on an overdue case: order the next step of the ladder, move the deadline, or lift the supervision. */
@Service
public class Supervising implements HumanStep {

    static final String TASK = "Task_SuperviseOverdue";

    private static final int MAX_HOURS = 720;

    private final Judging judging;
    private final Ladder ladder;
    private final Ordering ordering;
    private final SupervisionOrders orders;
    private final CoHandlers coHandlers;
    private final History history;
    private final Actors actors;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final Warnings warnings;
    private final Times times;
    private final Clock clock;

    Supervising(Judging judging, Ladder ladder, Ordering ordering, SupervisionOrders orders, CoHandlers coHandlers,
            History history, Actors actors, DeadlineCalendar calendar, CalendarUnits units,
            Warnings warnings, Times times, Clock clock) {
        this.judging = judging;
        this.ladder = ladder;
        this.ordering = ordering;
        this.orders = orders;
        this.coHandlers = coHandlers;
        this.history = history;
        this.actors = actors;
        this.calendar = calendar;
        this.units = units;
        this.warnings = warnings;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Records {@code urge} (with a {@code level} of the ladder, 催办 without one), {@code move} (with {@code addHours} working hours from now) or {@code lift}. Returns
     * {@code supervisionResult}, {@code warnAt} and {@code dueAt}, and what is wrong when it is {@code invalid}.
     * A case that was finished in the meantime needs no supervision: its answer is {@code over}.
     */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return judging.judge(this, step, answer, it -> it.watch().suspendedUntil() != null
                ? asleep()
                : result(it, finished(it) ? "over" : record(step, it, answer)));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "supervision";
    }

    @Override
    public String form() {
        return "superviseOverdue";
    }

    @Override
    public String title() {
        return "督办超期案件";
    }

    @Override
    public boolean wanted(Case it) {
        return !finished(it);
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("supervisionResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return finished(it) || it.watch().suspendedUntil() != null
                ? Optional.empty()
                : problem(answer).or(() -> levelProblem(it, answer));
    }

    private static boolean finished(Case it) {
        return it.state() != CaseState.HANDLING;
    }

    private static Optional<String> problem(Answer answer) {
        return switch (answer.text("decision")) {
            case "urge", "lift" -> Problems.optionalText("督办意见", answer.text("note"), 500);
            case "move" -> Problems.first(
                    () -> Problems.unless(wholeHours(answer.number("addHours")),
                            "延长的工作时必须是1到%d之间的整数。".formatted(MAX_HOURS)),
                    () -> Problems.optionalText("督办意见", answer.text("note"), 500));
            default -> Optional.of("请选择督办意见：催办、调整时限或解除督办。");
        };
    }

    private Optional<String> levelProblem(Case it, Answer answer) {
        var level = answer.text("level");
        return answer.text("decision").equals("urge") && !level.isEmpty()
                ? ordering.levelProblem(it, level)
                : Optional.empty();
    }

    private static boolean wholeHours(BigDecimal hours) {
        return hours.compareTo(BigDecimal.ONE) >= 0
                && hours.compareTo(BigDecimal.valueOf(MAX_HOURS)) <= 0
                && hours.stripTrailingZeros().scale() <= 0;
    }

    private String record(Step step, Case it, Answer answer) {
        return switch (answer.text("decision")) {
            case "urge" -> urge(step, it, answer);
            case "lift" -> lift(step, it, answer.text("note"));
            default -> move(step, it, answer);
        };
    }

    private String urge(Step step, Case it, Answer answer) {
        var level = SupervisionLevel.of(answer.text("level")).orElse(SupervisionLevel.URGE);
        ladder.order(it, step.element(), level, SupervisionKind.OVERDUE, answer.text("note"), actors.of(it, TASK));
        return "urged";
    }

    private String lift(Step step, Case it, String note) {
        orders.open(it.id()).ifPresent(open -> ladder.cancel(it, open, Ordering.PAGE,
                note.isEmpty() ? "解除督办" : note, actors.of(it, TASK)));
        return write(step, it, "lifted", null, "解除督办。" + note);
    }

    /** The watch of the lead has the new deadline from the answer, so that no {@link DeadlineMoved} is published. */
    private String move(Step step, Case it, Answer answer) {
        int hours = answer.number("addHours").intValueExact();
        var deadline = calendar.deadline(clock.instant(), new Limit(hours, LimitUnit.WORKING_HOUR), units.of(it));
        it.moveDeadline(warnings.of(it, deadline.dueAt(), LimitUnit.WORKING_HOUR, deadline.steps()));
        coHandlers.follow(it);
        var due = times.words(deadline.dueAt());
        return write(step, it, "moved", "办理时限调整至%s。".formatted(due),
                "时限延长%d个工作时，至%s。%s".formatted(hours, due, answer.text("note")));
    }

    private String write(Step step, Case it, String result, @Nullable String publicText, String internalText) {
        history.write(it, step.element(), actors.of(it, TASK), publicText, internalText);
        return result;
    }

    private Map<String, @Nullable Object> result(Case it, String result) {
        return Results.of("supervisionResult", result, "formProblem", null, "supervision", null,
                "warnAt", iso(it.watch().warnAt()), "dueAt", iso(it.watch().dueAt()));
    }

    /** The clock was stopped while the answer was on its way: the watch has nothing to wait for until it is resumed. */
    private Map<String, @Nullable Object> asleep() {
        return Results.of("supervisionResult", "moved", "formProblem", null, "supervision", null,
                "warnAt", times.iso(times.never()), "dueAt", times.iso(times.never()));
    }

    private @Nullable String iso(@Nullable Instant instant) {
        return instant == null ? null : times.iso(instant);
    }
}
