package io.gridloop.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.StreamSupport;

/**
 * The conditions of a search: {@code {"state": "ACTIVE"}} or {@code {"state": {"$eq": "ACTIVE", "$in": [], …}}}.
 *
 * <p>The client sends the operators that nobody asked for as null or as an empty list; taken at their word ("in
 * nothing") they would match no item at all, so what is empty is no condition.
 */
final class Filter {

    // Conditions on one of several values have the singular's name.
    private static final Map<String, String> OTHER_NAMES = Map.of("candidateGroup", "candidateGroups", "candidateUser",
            "candidateUsers");

    private final JsonNode conditions;

    Filter(JsonNode conditions) {
        this.conditions = conditions;
    }

    boolean matches(ObjectNode item) {
        return conditions.properties().stream()
                .filter(condition -> !isEmpty(condition.getValue()))
                .allMatch(condition -> matches(item, condition.getKey(), condition.getValue()));
    }

    private static boolean matches(ObjectNode item, String name, JsonNode condition) {
        String field = OTHER_NAMES.getOrDefault(name, name);
        if (!item.has(field)) {
            throw new UnsupportedSearchException("filter " + name);
        }
        JsonNode actual = item.get(field);
        return condition.isObject()
                ? condition.properties().stream()
                        .filter(operator -> !isEmpty(operator.getValue()))
                        .allMatch(operator -> holds(operator, actual))
                : isOrContains(actual, condition);
    }

    private static boolean holds(Entry<String, JsonNode> operator, JsonNode actual) {
        JsonNode expected = operator.getValue();
        return switch (operator.getKey()) {
            case "$eq" -> isOrContains(actual, expected);
            case "$neq" -> !isOrContains(actual, expected);
            case "$in" -> anyOf(expected, actual);
            case "$notIn" -> !anyOf(expected, actual);
            case "$exists" -> expected.asBoolean() != actual.isNull();
            default -> throw new UnsupportedSearchException("operator " + operator.getKey());
        };
    }

    private static boolean anyOf(JsonNode expected, JsonNode actual) {
        return StreamSupport.stream(expected.spliterator(), false).anyMatch(one -> isOrContains(actual, one));
    }

    /** Compared as text, because keys arrive as text or as numbers. */
    private static boolean isOrContains(JsonNode actual, JsonNode expected) {
        return actual.isArray()
                ? StreamSupport.stream(actual.spliterator(), false).anyMatch(one -> isOrContains(one, expected))
                : !actual.isNull() && actual.asText().equals(expected.asText());
    }

    private static boolean isEmpty(JsonNode condition) {
        return condition.isNull()
                || condition.isContainerNode()
                        && StreamSupport.stream(condition.spliterator(), false).allMatch(Filter::isEmpty);
    }
}
