package io.gridloop.cases;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A co-handler says what was done, or why nothing was to be done. */
@Service
public class Assisting implements HumanStep {

    static final String TASK = "Task_AssistCase";

    private final Judging judging;
    private final Assistances assistances;
    private final Visits visits;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Assisting(Judging judging, Assistances assistances, Visits visits, History history, Actors actors, Clock clock) {
        this.judging = judging;
        this.assistances = assistances;
        this.visits = visits;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Records {@code done} or {@code notNeeded}. Returns {@code assistanceResult}: what was recorded, {@code over} when
     * the lead has finished meanwhile, {@code invalid} with what is wrong.
     */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return judging.judge(this, step, answer, it -> record(step, it, answer));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "assistance";
    }

    @Override
    public String form() {
        return "assistCase";
    }

    @Override
    public String title() {
        return "协办案件";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("assistanceResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return switch (answer.text("decision")) {
            case "done" -> Problems.text("协办结果", answer.text("result"), 5, 2_000);
            case "notNeeded" -> Problems.text("不需要协办的理由", answer.text("reason"), 2, 500);
            default -> Optional.of("请选择协办情况：已协办或不需要协办。");
        };
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        boolean done = answer.text("decision").equals("done");
        var text = answer.text(done ? "result" : "reason");
        boolean waitedFor = assistances.answer(step.part(),
                done ? AssistanceOutcome.DONE : AssistanceOutcome.NOT_NEEDED, text,
                visits.answeredAt(step, TASK).orElseGet(clock::instant));
        if (waitedFor) {
            history.write(it, step.element(), actors.of(it, TASK, step.part()), null,
                    (done ? "协办反馈：" : "不需要协办：") + text);
        }
        return Results.of("assistanceResult", waitedFor ? answer.text("decision") : "over", "formProblem", null,
                "assistance", null);
    }
}
