package io.gridloop.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Draws answers to a form: any of the valid ones, and any of those that must be refused. */
final class WalkAnswers {

    private static final List<String> WORDS = List.of("现场", "查看", "已经", "处理", "小区", "门口", "道路", "路灯", "垃圾",
            "围栏", "井盖", "河道", "停车", "噪声", "绿化", "电线", "台账", "核实", "清理", "修复", "完成", "联系", "说明", "情况");
    private static final String NOT_INSPECTED = "没有";
    private static final int MOST_CHOSEN = 4;
    /** As short as any text may be that a form leaves open. */
    private static final int SHORTEST = 5;
    private static final int USUAL = 30;

    private final WalkStep step;
    private final WalkForm form;
    private final Map<String, Object> shown;
    private final Random random;
    private final WalkFacts facts;

    /**
     * @param shown the variables that the form gets
     */
    WalkAnswers(WalkStep step, WalkForm form, Map<String, Object> shown, Random random, WalkFacts facts) {
        this.step = step;
        this.form = form;
        this.shown = shown;
        this.random = random;
        this.facts = facts;
    }

    /** @param hurried only what leads to an end */
    Map<String, Object> valid(boolean hurried) {
        var answer = new LinkedHashMap<String, Object>();
        form.decision().ifPresent(field -> answer.put(field.name(), decision(field, hurried)));
        // What is chosen in one field may hide those after it.
        for (var field : form.fields()) {
            if (!field.decides() && form.shows(field, shown, answer) && filled(field, answer)) {
                answer.put(field.name(), value(field, answer));
            }
        }
        return answer;
    }

    /** A valid answer with one thing broken. */
    Map<String, Object> invalid() {
        var answer = valid(false);
        var breaks = new ArrayList<Runnable>();
        form.decision().ifPresent(field -> {
            if (field.required()) {
                breaks.add(() -> answer.remove(field.name()));
                breaks.add(() -> answer.put(field.name(), "nonsense"));
            }
        });
        // Without a ruling the unit tells.
        form.visible(shown, answer).stream().filter(field -> !field.name().equals("ruling"))
                .forEach(field -> addBreaks(breaks, field, answer));
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
            breaks.add(() -> answer.put(field.name(), field.isList() ? List.of("nobody") : "nobody"));
        }
    }

    private boolean filled(WalkField field, Map<String, Object> answer) {
        return needed(field, answer) || step.given().contains(field.name()) || random.nextInt(3) > 0;
    }

    private boolean needed(WalkField field, Map<String, Object> answer) {
        return step.needs(field, String.valueOf(answer.get("decision")));
    }

    private String decision(WalkField field, boolean hurried) {
        var allowed = offered(field).stream().filter(
                value -> !hurried || step.towardsTheEnd().isEmpty() || step.towardsTheEnd().contains(value))
                .filter(value -> !value.equals("inspect") || NOT_INSPECTED.equals(card("inspection"))).toList();
        return oneOf(allowed);
    }

    private Object value(WalkField field, Map<String, Object> answer) {
        return switch (field.name()) {
            case "duplicateOf", "repeatOf" -> facts.anotherCase(field.name());
            case "finishOn" -> facts.today().plusDays(random.nextInt(360)).toString();
            case "level" -> oneOf(field.values().subList(field.values().indexOf(facts.lowestLevel()),
                    field.values().size()));
            case "unit" -> oneOf(unitsThatNeverHadIt());
            case "coHandlers" -> some(offered(field).stream().filter(code -> !code.equals(answer.get("unit")))
                    .filter(code -> !hadIt(code)).toList());
            default -> value(field);
        };
    }

    private Object value(WalkField field) {
        return switch (field.type()) {
            case "textfield", "textarea" -> text(length(field));
            case "number" -> random.nextBoolean()
                    ? field.least() + random.nextInt(Math.min(8, field.most() - field.least() + 1))
                    : field.least() + random.nextInt(field.most() - field.least() + 1);
            case "radio", "select" -> oneOf(offered(field));
            case "checklist", "taglist" -> some(offered(field));
            case "checkbox" -> random.nextBoolean();
            default -> throw new IllegalStateException("no values known for a field of type " + field.type());
        };
    }

    /** Now and then the shortest or the longest that is allowed. */
    private int length(WalkField field) {
        int usual = Math.min(field.most(), SHORTEST + random.nextInt(USUAL));
        return switch (random.nextInt(20)) {
            case 0 -> field.required() ? Math.max(2, field.least()) : SHORTEST;
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

    private List<String> offered(WalkField field) {
        return field.listed() == null
                ? field.values()
                : options(field.listed()).map(option -> String.valueOf(option.get("value"))).toList();
    }

    private List<String> unitsThatNeverHadIt() {
        return options("units").map(option -> String.valueOf(option.get("value"))).filter(code -> !hadIt(code))
                .toList();
    }

    /** Whether the chain of returns speaks of a unit. */
    private boolean hadIt(String code) {
        return options("units").filter(option -> code.equals(option.get("value")))
                .anyMatch(option -> card("returns").contains(String.valueOf(option.get("label")).split(" ")[0]));
    }

    private Stream<? extends Map<?, ?>> options(String list) {
        return shown.get("options") instanceof Map<?, ?> lists && lists.get(list) instanceof List<?> options
                ? options.stream().map(option -> (Map<?, ?>) option)
                : Stream.empty();
    }

    /** What the card of the case says; empty when it says nothing. */
    private String card(String line) {
        return shown.get("caseCard") instanceof Map<?, ?> card && card.get(line) != null
                ? String.valueOf(card.get(line))
                : "";
    }

    private List<String> some(List<String> values) {
        return values.stream().filter(value -> random.nextInt(values.size()) < 2).limit(MOST_CHOSEN).toList();
    }

    private String oneOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
