package io.gridloop.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step in which somebody agrees to what a case is about to do, or does not. It changes nothing of the case; what
 * follows is drawn in the diagram.
 */
record Approval(String task) implements HumanStep {

    static Optional<HumanStep> of(String task) {
        return HumanTasks.approval(task) ? Optional.of(new Approval(task)) : Optional.empty();
    }

    @Override
    public String variable() {
        return "approval";
    }

    @Override
    public String form() {
        return "approveCase";
    }

    @Override
    public String title() {
        return "审批";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("approvalResult", "invalid", "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        return switch (answer.text("decision")) {
            case "agree" -> Problems.optionalText("审批意见", answer.text("opinion"), 500);
            case "refuse" -> Problems.text("不同意的理由", answer.text("opinion"), 2, 500);
            default -> Optional.of("请选择审批意见：同意或不同意。");
        };
    }
}
