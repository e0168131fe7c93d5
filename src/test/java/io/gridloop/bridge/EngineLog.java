package io.gridloop.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what the broker exported to OpenSearch: every record once, those of one kind in order and without gaps.
 *
 * <p>Each kind has its own index, and indices become searchable one after the other, so a later record can be visible
 * before an earlier one of another kind. Therefore the place reached is kept for each kind, by its gap-free sequence;
 * what stands behind a gap waits for the next reading.
 */
final class EngineLog {

    private static final int BATCH = 5_000;
    // The engine puts the number of the partition into the upper bits; there is one partition.
    private static final long BEFORE_THE_FIRST = 1L << 51;

    private final URI refresh;
    private final URI search;
    private final Map<String, Long> reached = new HashMap<>();

    /**
     * Starts reading.
     *
     * @param kinds the kinds of records wanted
     * @param fromTheBeginning those of them to read from the beginning; of the others only what comes from now on
     */
    EngineLog(URI openSearch, Set<String> kinds, Set<String> fromTheBeginning) {
        // Asking for the refresh makes records visible at once, whatever the refresh interval of an index; the indices
        // that a new date brings would fall back to the default of one second.
        this.refresh = openSearch.resolve("/zeebe-record_*/_refresh?ignore_unavailable=true");
        this.search = openSearch.resolve("/zeebe-record_*/_search?ignore_unavailable=true&allow_no_indices=true");
        kinds.forEach(kind -> reached.put(kind, BEFORE_THE_FIRST));
        lastSequences().forEach((kind, sequence) -> {
            if (kinds.contains(kind) && !fromTheBeginning.contains(kind)) {
                reached.put(kind, sequence);
            }
        });
    }

    /** What came since the last call, in the order in which it happened. */
    List<EngineRecord> news() {
        List<EngineRecord> news = new ArrayList<>();
        Web.send("POST", refresh, new byte[0]);
        int found;
        do {
            JsonNode hits = search(query()).path("hits").path("hits");
            found = hits.size();
            int before = news.size();
            hits.forEach(hit -> takeIfNext(EngineRecord.of(hit.path("_source")), news));
            if (news.size() == before) {
                break;
            }
        } while (found == BATCH);
        return news;
    }

    // OpenSearch answers 503, all shards failed, while the very first index is being made: nothing is there yet.
    private JsonNode search(ObjectNode query) {
        var answer = Web.send("POST", search, Json.write(query));
        return answer.statusCode() == 503 && nothingReadYet() ? Json.object() : Web.json(answer);
    }

    private boolean nothingReadYet() {
        return reached.values().stream().allMatch(sequence -> sequence == BEFORE_THE_FIRST);
    }

    private void takeIfNext(EngineRecord entry, List<EngineRecord> news) {
        if (entry.sequence() == reached.get(entry.kind()) + 1) {
            reached.put(entry.kind(), entry.sequence());
            news.add(entry);
        }
    }

    private ObjectNode query() {
        ObjectNode query = Json.object().put("size", BATCH);
        query.putArray("sort").add("position");
        ArrayNode kinds = query.putObject("query").putObject("bool").putArray("should");
        reached.forEach((kind, sequence) -> {
            ArrayNode both = kinds.addObject().putObject("bool").putArray("filter");
            both.addObject().putObject("term").put("valueType", kind);
            both.addObject().putObject("range").putObject("sequence").put("gt", sequence);
        });
        return query;
    }

    private Map<String, Long> lastSequences() {
        ObjectNode query = Json.object().put("size", 0);
        ObjectNode kinds = query.putObject("aggs").putObject("kinds");
        kinds.putObject("terms").put("field", "valueType").put("size", 200);
        kinds.putObject("aggs").putObject("last").putObject("max").put("field", "sequence");
        Map<String, Long> last = new HashMap<>();
        Web.send("POST", refresh, new byte[0]);
        JsonNode buckets = search(query).path("aggregations").path("kinds").path("buckets");
        // The value is a double: exact, as sequences stay far below 2^53.
        buckets.forEach(bucket -> last.put(bucket.path("key").asText(), bucket.path("last").path("value").asLong()));
        return last;
    }
}
