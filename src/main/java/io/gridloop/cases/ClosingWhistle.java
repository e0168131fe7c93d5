package io.gridloop.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who blew a whistle says what was agreed, and which departments came: both sides are appraised by it (L1 art. 33). */
@Service
public class ClosingWhistle implements HumanStep {

    static final String TASK = "Task_CloseWhistle";

    private final Judging judging;
    private final Whistles whistles;
    private final DepartmentNames names;
    private final History history;
    private final Actors actors;

    ClosingWhistle(Judging judging, Whistles whistles, DepartmentNames names, History history,
            Actors actors) {
        this.judging = judging;
        this.whistles = whistles;
        this.names = names;
        this.history = history;
        this.actors = actors;
    }

    /** Records {@code agreed} and {@code came}. Returns {@code whistleClosingValid}, and what is wrong when it is not. */
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
        return "whistleClosing";
    }

    @Override
    public String form() {
        return "closeWhistle";
    }

    @Override
    public String title() {
        return "认定吹哨结果";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("whistleClosingValid", false, "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return Problems.first(
                () -> Problems.text("商定事项", answer.text("agreed"), 5, 2_000),
                () -> Problems.unless(called(it).containsAll(answer.texts("came")), "到场认定只能选择这次召集的部门。"));
    }

    private List<String> called(Case it) {
        return whistles.open(it.id()).stream().flatMap(whistle -> whistles.calls(whistle.id()).stream())
                .map(WhistleCall::department).toList();
    }

    private Map<String, @Nullable Object> record(Step step, Case it, Answer answer) {
        var who = actors.of(it, TASK, step.part());
        var came = answer.texts("came");
        if (whistles.close(step.part(), answer.text("agreed"), String.valueOf(who.login()), came)) {
            history.write(it, step.element(), who, null, "吹哨处置完毕：%s到场认定：%s。未到场：%s。".formatted(
                    ended(answer.text("agreed")), came(step.part(), true), came(step.part(), false)));
        }
        return Results.of("whistleClosingValid", true, "formProblem", null, "whistleClosing", null);
    }

    private String came(long whistleId, boolean came) {
        return names.of(whistles.calls(whistleId).stream()
                .filter(call -> Boolean.valueOf(came).equals(call.confirmed())).map(WhistleCall::department));
    }

    private static String ended(String agreed) {
        return agreed.matches("(?s).*[。！？.!?]") ? agreed : agreed + "。";
    }
}
