package io.gridloop.cases;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The grid leader's decisions that end a case without having it handled. */
@Component
class TurningAway {

    private static final Set<String> DECISIONS = Set.of("refuse", "duplicate", "repeat", "explain", "emergency");

    private final Duplicates duplicates;
    private final Repeats repeats;
    private final History history;

    TurningAway(Duplicates duplicates, Repeats repeats, History history) {
        this.duplicates = duplicates;
        this.repeats = repeats;
        this.history = history;
    }

    boolean knows(String decision) {
        return DECISIONS.contains(decision);
    }

    /** What is wrong with such an answer, in Chinese; nothing when it can be recorded. */
    Optional<String> problem(Case it, Answer answer) {
        return switch (answer.text("decision")) {
            case "refuse" -> Problems.first(
                    () -> Problems.unless(RefusalRoute.of(answer.text("refusalRoute")).isPresent(),
                            "不予受理时，请选择告知居民的法定途径。"),
                    () -> Problems.text("不予受理的理由", answer.text("reason"), 2, 500));
            case "duplicate" -> Problems.first(
                    () -> duplicates.problem(it, answer.text("duplicateOf")),
                    () -> Problems.optionalText("说明", answer.text("reason"), 500));
            case "repeat" -> repeats.problem(it, answer.text("repeatOf"));
            case "explain" -> Problems.text("答复", answer.text("reply"), 5, 800);
            default -> EmergencyLine.problem(answer.text("emergencyLine"));
        };
    }

    /** Records a good answer. Returns what the process is told. */
    String record(Step step, Case it, Answer answer, Actor who) {
        return switch (answer.text("decision")) {
            case "refuse" -> refuse(step, it, answer, who);
            case "duplicate" -> declareDuplicate(step, it, answer, who);
            case "repeat" -> declareRepeat(step, it, answer, who);
            case "explain" -> explain(step, it, answer.text("reply"), who);
            default -> foundUrgent(step, it, EmergencyLine.of(answer.text("emergencyLine")).orElseThrow(), who);
        };
    }

    private String refuse(Step step, Case it, Answer answer, Actor who) {
        var route = RefusalRoute.of(answer.text("refusalRoute")).orElseThrow();
        var reason = answer.text("reason");
        it.refuse("您反映的事项不属于受理范围，建议%s。说明：%s".formatted(route.label(), Masking.mask(reason)));
        history.write(it, step.element(), who, null, "不予受理，告知途径：%s。理由：%s".formatted(route.label(), reason));
        return "refused";
    }

    private String declareDuplicate(Step step, Case it, Answer answer, Actor who) {
        var typed = answer.text("duplicateOf");
        var original = duplicates.original(typed);
        it.declareDuplicateOf(original, Duplicates.told(original));
        history.write(it, step.element(), who, null, "重复件，原案件%s。%s%s".formatted(original.caseNumber(),
                Duplicates.note(original, typed), answer.text("reason")).strip());
        return "duplicate";
    }

    private String declareRepeat(Step step, Case it, Answer answer, Actor who) {
        var typed = answer.text("repeatOf");
        var first = repeats.first(typed);
        it.declareRepeatOf(first, repeats.told(first));
        history.write(it, step.element(), who, null, "重复诉求，无新的事实和理由，首次案件%s。%s".formatted(first.caseNumber(),
                Duplicates.note(first, typed)));
        return "repeated";
    }

    private String explain(Step step, Case it, String reply, Actor who) {
        it.explain("您反映的问题已答复：" + Masking.mask(reply));
        history.write(it, step.element(), who, null, "当场答复：" + reply);
        return "explained";
    }

    private String foundUrgent(Step step, Case it, EmergencyLine line, Actor who) {
        it.foundUrgent(line);
        history.write(it, step.element(), who, null, line.found());
        return "emergency";
    }
}
