package io.gridloop.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A called department says that it is there, or why it cannot come. */
@Service
public class ReportingIn implements HumanStep {

    static final String TASK = "Task_ReportIn";

    private final Judging judging;
    private final Whistles whistles;
    private final Visits visits;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    ReportingIn(Judging judging, Whistles whistles, Visits visits, History history, Actors actors, Clock clock) {
        this.judging = judging;
        this.whistles = whistles;
        this.visits = visits;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Records {@code came} or {@code cannot}. Returns {@code reportInResult}: what was recorded, {@code over} when
     * nobody waits any more, {@code invalid} with what is wrong.
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
        return "reportIn";
    }

    @Override
    public String form() {
        return "reportIn";
    }

    @Override
    public String title() {
        return "吹哨报到";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("reportInResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return switch (answer.text("decision")) {
            case "came" -> Problems.text("现场情况", answer.text("found"), 5, 1_000);
            case "cannot" -> Problems.text("不能到场的理由", answer.text("reason"), 5, 500);
            default -> Optional.of("请选择报到情况：已到场或不能到场。");
        };
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        boolean waitedFor = whistles.findCall(step.part()).filter(call -> record(step, it, call, answer)).isPresent();
        return Results.of("reportInResult", waitedFor ? answer.text("decision") : "over", "formProblem", null,
                "reportIn", null);
    }

    private boolean record(Step step, Case it, WhistleCall call, Answer answer) {
        var whistle = whistles.find(call.whistleId()).orElseThrow();
        boolean came = answer.text("decision").equals("came");
        var at = visits.answeredAt(step, TASK).orElseGet(clock::instant);
        int minutes = (int) Math.max(0, Duration.between(whistle.blownAt(), at).toMinutes());
        boolean late = at.isAfter(whistle.dueAt());
        var note = answer.text(came ? "found" : "reason");
        boolean waitedFor = whistles.answer(call, came ? CallState.CAME : CallState.CANNOT, at, minutes, late, note);
        if (waitedFor) {
            history.write(it, step.element(), actors.of(it, TASK, step.part()), null, came
                    ? "到场报到，距吹哨%d分钟%s。现场情况：%s".formatted(minutes, late ? "，迟到" : "", note)
                    : "不能到场：" + note);
        }
        return waitedFor;
    }
}
