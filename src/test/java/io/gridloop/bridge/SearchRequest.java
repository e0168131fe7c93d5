package io.gridloop.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One search of the 8.8 API: filter, then order, then one page. */
final class SearchRequest {

    private static final int DEFAULT_LIMIT = 100;

    private final JsonNode request;

    SearchRequest(JsonNode request) {
        this.request = request;
    }

    /**
     * The answer out of all items.
     *
     * @throws UnsupportedSearchException when a condition is not understood: no answer is better than a wrong one
     */
    ObjectNode answer(Stream<ObjectNode> items) {
        Filter filter = new Filter(request.path("filter"));
        List<ObjectNode> found = items.filter(filter::matches).sorted(order()).toList();
        ObjectNode answer = Json.object();
        ArrayNode page = answer.putArray("items");
        JsonNode wanted = request.path("page");
        found.stream().skip(wanted.path("from").asInt(0)).limit(wanted.path("limit").asInt(DEFAULT_LIMIT))
                .forEach(page::add);
        answer.putObject("page").put("totalItems", found.size()).put("hasMoreTotalItems", false);
        return answer;
    }

    /** Items that are equal here keep the order in which they came to be. */
    private Comparator<ObjectNode> order() {
        Comparator<ObjectNode> order = (a, b) -> 0;
        for (JsonNode sort : request.path("sort")) {
            String field = sort.path("field").asText();
            Comparator<ObjectNode> next = (a, b) -> compare(a.path(field), b.path(field));
            order = order.thenComparing(sort.path("order").asText().equalsIgnoreCase("desc") ? next.reversed() : next);
        }
        return order;
    }

    private static int compare(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? Long.compare(a.asLong(), b.asLong()) : a.asText().compareTo(b.asText());
    }
}
