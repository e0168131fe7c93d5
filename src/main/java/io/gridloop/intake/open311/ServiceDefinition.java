package io.gridloop.intake.open311;

import io.gridloop.cases.Category;
import io.gridloop.cases.EmergencyLine;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service asks for beyond place and description. Where people may be in danger, gridloop asks whether somebody
 * is and says whom to call; of other matters it asks nothing more, and their list is empty.
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

    static boolean has(Category category) {
        return !category.emergencyNote().isEmpty();
    }

    static ServiceDefinition of(Category category) {
        return new ServiceDefinition(category.code(),
                has(category) ? List.of(note(category), question()) : List.of());
    }

    private static Attribute note(Category category) {
        return new Attribute(false, "EMERGENCY_NOTE", "string", false, null, 1, category.emergencyNote(), List.of());
    }

    private static Attribute question() {
        var lines = Arrays.stream(EmergencyLine.values())
                .map(line -> new Value(line.number(), line.label() + "：" + line.signs())).toList();
        return new Attribute(true, EMERGENCY, "singlevaluelist", false, "没有人处在危险中就不填", 2,
                "现在有人正处在危险中吗？有就请马上拨打对应的紧急热线，不要在这里上报。", lines);
    }
}
