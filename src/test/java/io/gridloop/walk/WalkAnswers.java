package io.gridloop.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Draws answers to a form: any of the valid ones, and any of those that must be refused. */
final class WalkAnswers {

    private static final List<String> WORDS = List.of("现场", "查看", "已经", "处理", "小区", "门口", "道路", "路灯", "垃圾",
            "围栏", "井盖", "河道", "停车", "噪声", "绿化", "电线", "台账", "核实", "清理", "修复", "完成", "联系", "说明", "情况");
    private static final int SHORTEST = 5;
    private static final int USUAL = 30;

    private final WalkStep step;
    private final WalkForm form;
    private final Map<String, Object> shown;
    private final Random random;
    private final Supplier<String> anotherCase;

    /**
     * @param shown the variables that the form gets
     * @param anotherCase number of a case of which this one can be a duplicate
     */
    WalkAnswers(WalkStep step, WalkForm form, Map<String, Object> shown, Random random, Supplier<String> anotherCase) {
        this.step = step;
        this.form = form;
        this.shown = shown;
        this.random = random;
        this.anotherCase = anotherCase;
    }

    /** @param hurried only what leads to an end */
    Map<String, Object> valid(boolean hurried) {
        var answer = new LinkedHashMap<String, Object>();
        form.decision().ifPresent(field -> answer.put(field.name(), decision(field, hurried)));
        for (var field : form.visible(shown, answer)) {
            if (needed(field, answer) || random.nextInt(3) > 0) {
                answer.put(field.name(), value(field));
            }
        }
        return answer;
    }

    /** A valid answer with one thing broken. */
    Map<String, Object> invalid() {
        var answer = valid(false);
        var breaks = new ArrayList<Runnable>();
        form.decision().ifPresent(field -> {
            breaks.add(() -> answer.remove(field.name()));
            breaks.add(() -> answer.put(field.name(), "nonsense"));
        });
        form.visible(shown, answer).forEach(field -> addBreaks(breaks, field, answer));
        breaks.get(random.nextInt(breaks.size())).run();
        return answer;
    }

    private void addBreaks(List<Runnable> breaks, WalkField field, Map<String, Object> answer) {
        if (needed(field, answer)) {
            breaks.add(() -> answer.remove(field.name()));
        }
        if (field.isText()) {
            breaks.add(() -> answer.put(field.name(), text(field.most() + 1)));
        } else if (field.isNumber()) {
            breaks.add(() -> answer.put(field.name(), field.most() + 1));
            breaks.add(() -> answer.put(field.name(), field.least() + 0.5));
        } else {
            breaks.add(() -> answer.put(field.name(), "nobody"));
        }
    }

    private boolean needed(WalkField field, Map<String, Object> answer) {
        return step.needs(field, String.valueOf(answer.get("decision")));
    }

    private String decision(WalkField field, boolean hurried) {
        var allowed = field.values().stream().filter(
                value -> !hurried || step.towardsTheEnd().isEmpty() || step.towardsTheEnd().contains(value)).toList();
        return oneOf(allowed);
    }

    private Object value(WalkField field) {
        if (field.name().equals("duplicateOf")) {
            return anotherCase.get();
        }
        return switch (field.type()) {
            case "textfield", "textarea" -> text(length(field));
            case "number" -> random.nextBoolean()
                    ? field.least() + random.nextInt(Math.min(8, field.most() - field.least() + 1))
                    : field.least() + random.nextInt(field.most() - field.least() + 1);
            case "radio", "select" -> oneOf(field.listed() == null ? field.values() : listed(field.listed()));
            case "checkbox" -> random.nextBoolean();
            default -> throw new IllegalStateException("no values known for a field of type " + field.type());
        };
    }

    /** Now and then the shortest or the longest that is allowed. */
    private int length(WalkField field) {
        int usual = Math.min(field.most(), SHORTEST + random.nextInt(USUAL));
        return switch (random.nextInt(20)) {
            case 0 -> Math.max(2, field.least());
            case 1 -> field.most();
            default -> Math.max(usual, field.least());
        };
    }

    private String text(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.substring(0, length);
    }

    private List<String> listed(String list) {
        return shown.get("options") instanceof Map<?, ?> lists && lists.get(list) instanceof List<?> options
                ? options.stream().map(option -> String.valueOf(((Map<?, ?>) option).get("value"))).toList()
                : List.of();
    }

    private String oneOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
