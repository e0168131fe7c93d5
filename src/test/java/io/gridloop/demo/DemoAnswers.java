package io.gridloop.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the demo staff enters in each form, by the script of the case. Knows the forms, not the system behind. */
final class DemoAnswers {

    private final DemoMemory memory;

    DemoAnswers(DemoMemory memory) {
        this.memory = memory;
    }

    /** The answer to a task; empty when the script says to wait. */
    Optional<DemoAnswer> answer(DemoTask task, DemoScript script) {
        if (waits(task, script)) {
            return Optional.empty();
        }
        boolean slip = script.slipsAt(task.elementId()) && !task.wasSentBack();
        return switch (task.elementId()) {
            case "Task_ClassifyCase" -> classify(task, script);
            case "Task_AcceptCase" -> slip ? slip("acceptance", "refuse") : accept(task, script);
            case "Task_AssignUnit" -> assign(task, script);
            case "Task_SignForCase" -> Optional.of(new DemoAnswer("signing", Map.of("decision", "sign")));
            case "Task_HandleCase" -> slip ? slip("handling", "return") : handle(task, script);
            case "Task_VerifyCase" -> slip ? slip("verification", "rework") : Optional.of(verify(task, script));
            case "Task_AssistCase" -> Optional.of(new DemoAnswer("assistance",
                    Map.of("decision", "done", "result", "已派人配合处置，协办事项完成")));
            case "Task_SuperviseOverdue" -> Optional.of(new DemoAnswer("supervision",
                    Map.of("decision", "urge", "note", "已超期，请立即办理"), DemoEvent.URGED));
            default -> Optional.empty();
        };
    }

    /** Whether the script leaves a task alone for now: a late case until it was urged, supervision after that. */
    boolean waits(DemoTask task, DemoScript script) {
        return switch (task.elementId()) {
            case "Task_HandleCase" -> script.path() == DemoPath.LATE
                    && !memory.knows(task.caseNumber(), DemoEvent.URGE_READ);
            case "Task_SuperviseOverdue" -> script.path() != DemoPath.LATE
                    || memory.knows(task.caseNumber(), DemoEvent.URGED);
            // Who was urged answers by finishing the case, which ends the order.
            case "Task_ReplySupervision", "Task_ReviewReply" -> true;
            default -> false;
        };
    }

    /** A decision that needs a reason, without one. */
    private static Optional<DemoAnswer> slip(String variable, String decision) {
        return Optional.of(new DemoAnswer(variable, Map.of("decision", decision)));
    }

    private static Optional<DemoAnswer> classify(DemoTask task, DemoScript script) {
        return pick(task.options("grids"), script).map(grid -> new DemoAnswer("classification",
                Map.of("category", script.category(), "gridCode", grid, "note", "按来信内容补全类别和网格")));
    }

    private Optional<DemoAnswer> accept(DemoTask task, DemoScript script) {
        return switch (script.path()) {
            case REFUSED -> pick(task.options("routes"), script).flatMap(route -> acceptance(
                    Map.of("decision", "refuse", "refusalRoute", route, "reason", "所反映事项应循法定途径解决，已告知来信人")));
            case DUPLICATE -> memory.earlierThan(task.caseNumber()).flatMap(earlier -> acceptance(
                    Map.of("decision", "duplicate", "duplicateOf", earlier, "reason", "与先前来信反映同一事项")));
            case ON_SPOT -> acceptance(Map.of("decision", "onSpot", "result", "网格长到场，当场协调解决"));
            default -> acceptance(Map.of("decision", "accept", "handlingLevel", script.handlingLevel()));
        };
    }

    private static Optional<DemoAnswer> acceptance(Map<String, Object> values) {
        return Optional.of(new DemoAnswer("acceptance", values));
    }

    private static Optional<DemoAnswer> assign(DemoTask task, DemoScript script) {
        return pick(task.options("units"), script)
                .map(unit -> new DemoAnswer("assignment", Map.of("unit", unit, "reason", "按职责分工派遣")));
    }

    private Optional<DemoAnswer> handle(DemoTask task, DemoScript script) {
        if (script.path() == DemoPath.RETURNED && !memory.knows(task.caseNumber(), DemoEvent.RETURNED)) {
            return Optional.of(new DemoAnswer("handling",
                    Map.of("decision", "return", "reason", "不属于本单位职责，请改派"), DemoEvent.RETURNED));
        }
        return Optional.of(new DemoAnswer("handling",
                Map.of("decision", "done", "result", "已到现场处理完毕，问题消除")));
    }

    private static DemoAnswer verify(DemoTask task, DemoScript script) {
        if (script.path() == DemoPath.REWORKED && task.round() == 1) {
            return new DemoAnswer("verification", Map.of("decision", "rework", "opinion", "现场仍有遗留，请返工"));
        }
        return script.path() == DemoPath.UNABLE
                ? new DemoAnswer("verification", Map.of("decision", "unable", "opinion", "现有条件下无法解决，已说明情况"))
                : new DemoAnswer("verification", Map.of("decision", "pass", "opinion", "现场核查属实，同意结案"));
    }

    /** One of the options; none while Tasklist does not show them yet. */
    private static Optional<String> pick(List<String> options, DemoScript script) {
        return options.isEmpty() ? Optional.empty() : Optional.of(options.get(script.choice() % options.size()));
    }
}
