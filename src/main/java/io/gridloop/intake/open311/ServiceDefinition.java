package io.gridloop.intake.open311;

import io.gridloop.cases.Category;
import io.gridloop.cases.EmergencyLine;
import io.gridloop.cases.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service asks for beyond place and description: where people may be in danger, whether somebody is, with whom to
 * call; then the questions of the category. Of a matter without either the list is empty.
 *
 * @param serviceCode code of the category
 * @param attributes in the order in which people see them
 */
record ServiceDefinition(String serviceCode, List<Attribute> attributes) {

    /** Code of the question whether somebody is in danger now; its values are numbers of emergency lines. */
    static final String EMERGENCY = "EMERGENCY";

    /**
     * One question, or one thing to know.
     *
     * @param variable whether it is a question
     * @param datatype what answers it, one of the specification's words
     * @param order 1 for the first
     * @param values what can be chosen
     */
    record Attribute(boolean variable, String code, String datatype, boolean required,
            @Nullable String datatypeDescription, int order, String description, List<Value> values) {}

    /** One of several answers. */
    record Value(String key, String name) {}

    /** Whether people may be in danger. */
    static boolean mayBeDangerous(Category category) {
        return !category.emergencyNote().isEmpty();
    }

    /** @param questions of the category, in their order */
    static ServiceDefinition of(Category category, List<Question> questions) {
        var attributes = new ArrayList<Attribute>();
        if (mayBeDangerous(category)) {
            attributes.add(note(category));
            attributes.add(danger());
        }
        questions.forEach(it -> attributes.add(attribute(it, attributes.size() + 1)));
        return new ServiceDefinition(category.code(), attributes);
    }

    private static Attribute attribute(Question question, int order) {
        return new Attribute(true, question.code(), question.kind().datatype(), question.required(),
                question.hint().isEmpty() ? null : question.hint(), order, question.text(),
                question.options().stream().map(it -> new Value(it.key(), it.name())).toList());
    }

    private static Attribute note(Category category) {
        return new Attribute(false, "EMERGENCY_NOTE", "string", false, null, 1, category.emergencyNote(), List.of());
    }

    private static Attribute danger() {
        var lines = Arrays.stream(EmergencyLine.values())
                .map(line -> new Value(line.number(), line.label() + "：" + line.signs())).toList();
        return new Attribute(true, EMERGENCY, "singlevaluelist", false, "没有人处在危险中就不填", 2,
                "现在有人正处在危险中吗？有就请马上拨打对应的紧急热线，不要在这里上报。", lines);
    }
}
