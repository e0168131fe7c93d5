package io.gridloop.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody agrees to what a case is about to do, or does not. */
@Service
public class Agreeing {

    private final Judging judging;
    private final History history;
    private final Actors actors;

    Agreeing(Judging judging, History history, Actors actors) {
        this.judging = judging;
        this.history = history;
        this.actors = actors;
    }

    /**
     * Records {@code agree} or {@code refuse}. Returns {@code approvalResult}, and what is wrong when it is
     * {@code invalid}.
     *
     * @throws IllegalArgumentException when the id of the step names no approval
     */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        var approval = HumanTasks.approvalCheckedBy(step.element()).flatMap(Approval::of).orElseThrow(
                () -> new IllegalArgumentException(step.element() + " checks no approval"));
        return judging.judge(approval, step, answer, it -> record(approval, step, it, answer));
    }

    private Map<String, @Nullable Object> record(HumanStep approval, Step step, Case it, Answer answer) {
        boolean agreed = answer.text("decision").equals("agree");
        history.write(it, step.element(), actors.of(it, approval.task()), null,
                (agreed ? "审批同意。" : "审批不同意：") + answer.text("opinion"));
        return Results.of("approvalResult", agreed ? "agreed" : "refused", "formProblem", null, "approval", null);
    }
}
