package io.gridloop.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param name its key without the variable that it lies in
 * @param values what a person can choose; empty when the list comes with the task
 * @param listed the list of the task that it offers, e.g. {@code routes}
 * @param hiddenWhen a FEEL expression
 * @param most longest text, or largest number
 */
record WalkField(String name, String type, boolean required, int least, int most, List<String> values,
        @Nullable String listed, @Nullable String hiddenWhen) {

    private static final int ANY = 200;

    static WalkField of(JsonNode component) {
        var validate = component.path("validate");
        var list = component.path("valuesExpression").asText(component.path("valuesKey").asText());
        return new WalkField(component.path("key").asText().replaceFirst("^.*[.]", ""),
                component.path("type").asText(), validate.path("required").asBoolean(),
                validate.path("minLength").asInt(validate.path("min").asInt(0)),
                validate.path("maxLength").asInt(validate.path("max").asInt(ANY)),
                StreamSupport.stream(component.path("values").spliterator(), false)
                        .map(value -> value.path("value").asText()).toList(),
                list.isEmpty() ? null : list.replaceFirst("^=?options[.]", ""),
                expression(component.path("conditional").path("hide").asText()));
    }

    private static @Nullable String expression(String written) {
        return written.isEmpty() ? null : written.substring(1);
    }

    boolean decides() {
        return name.equals("decision");
    }

    boolean isText() {
        return type.equals("textfield") || type.equals("textarea");
    }

    boolean isList() {
        return type.equals("checklist") || type.equals("taglist");
    }

    boolean isNumber() {
        return type.equals("number");
    }
}
