package io.gridloop.clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The other way to write the special days of a year: JSON with {@code papers} and {@code days} of {@code name},
 * {@code date} and {@code isOffDay}, as the public tables of holidays have it.
 */
final class HolidayJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HolidayJson() {}

    static boolean looksLike(String text) {
        return text.stripLeading().startsWith("{");
    }

    /** The same as lines, one a day; nothing when it is no such JSON. */
    static Optional<String> lines(String text) {
        try {
            var root = JSON.readTree(text);
            var papers = StreamSupport.stream(root.path("papers").spliterator(), false).map(JsonNode::asText)
                    .collect(Collectors.joining(" "));
            return root.path("days").isArray()
                    ? Optional.of("# " + papers + "\n" + StreamSupport.stream(root.path("days").spliterator(), false)
                            .map(HolidayJson::line).collect(Collectors.joining("\n")))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String line(JsonNode day) {
        var kind = day.path("isOffDay").isBoolean()
                ? (day.path("isOffDay").asBoolean() ? DayKind.OFF : DayKind.WORK).label()
                : "";
        return String.join(",", day.path("date").asText(), kind, day.path("name").asText());
    }
}
