package io.gridloop.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gridloop.bridge.Web;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the engine itself has written down of a time: its own records, as it exports them to OpenSearch. */
final class EngineRecords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 5_000;

    private final URI openSearch;
    private final long since;

    private EngineRecords(URI openSearch, long since) {
        this.openSearch = openSearch;
        this.since = since;
    }

    /** Only what comes from now on. */
    static EngineRecords fromNowOn(URI openSearch) {
        var all = new EngineRecords(openSearch, 0);
        var query = all.query();
        query.putObject("aggs").putObject("last").putObject("max").put("field", "position");
        return new EngineRecords(openSearch,
                all.search(query.put("size", 0)).path("aggregations").path("last").path("value").asLong());
    }

    /** Keys of the process instances, called ones included, that began and have not come to their end. */
    Set<Long> instancesLeft() {
        var left = new HashSet<Long>();
        for (var record : all("valueType", "PROCESS_INSTANCE", "value.bpmnElementType", "PROCESS")) {
            switch (record.path("intent").asText()) {
                case "ELEMENT_ACTIVATED" -> left.add(record.path("key").asLong());
                case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> left.remove(record.path("key").asLong());
                default -> {
                }
            }
        }
        return left;
    }

    /** What the incidents that there ever were say. */
    List<String> incidents() {
        return all("valueType", "INCIDENT", "intent", "CREATED").stream()
                .map(record -> record.path("value").path("elementId").asText() + ": "
                        + record.path("value").path("errorMessage").asText())
                .toList();
    }

    /** Ids of the elements of a process that were entered, and of the sequence flows that were taken. */
    Set<String> reached(String process) {
        var query = query();
        filter(query, "valueType", "PROCESS_INSTANCE", "value.bpmnProcessId", process);
        query.withArray("/query/bool/filter").addObject().putObject("terms").putArray("intent")
                .add("ELEMENT_ACTIVATED").add("SEQUENCE_FLOW_TAKEN");
        query.putObject("aggs").putObject("ids").putObject("terms").put("field", "value.elementId").put("size", 1_000);
        var ids = new HashSet<String>();
        search(query.put("size", 0)).path("aggregations").path("ids").path("buckets")
                .forEach(bucket -> ids.add(bucket.path("key").asText()));
        return ids;
    }

    /** The timers of deadline watches that went off. */
    List<Fired> fired() {
        var cases = casesOfWatches();
        var fired = new ArrayList<Fired>();
        for (var record : all("valueType", "TIMER", "intent", "TRIGGERED")) {
            var value = record.path("value");
            var caseId = cases.get(value.path("processInstanceKey").asLong());
            if (caseId != null) {
                fired.add(new Fired(caseId, Instant.ofEpochMilli(value.path("dueDate").asLong())));
            }
        }
        return fired;
    }

    /** A watch listens for moved deadlines under a key that begins with the case. */
    private Map<Long, Long> casesOfWatches() {
        var cases = new HashMap<Long, Long>();
        for (var record : all("valueType", "PROCESS_MESSAGE_SUBSCRIPTION", "intent", "CREATED", "value.messageName",
                "Msg_DeadlineMoved")) {
            var value = record.path("value");
            cases.put(value.path("processInstanceKey").asLong(),
                    Long.parseLong(value.path("correlationKey").asText().split("#")[0]));
        }
        return cases;
    }

    private List<JsonNode> all(String... terms) {
        var records = new ArrayList<JsonNode>();
        JsonNode hits;
        long after = since;
        do {
            var query = new EngineRecords(openSearch, after).query();
            filter(query, terms);
            query.putArray("sort").add("position");
            hits = search(query.put("size", PAGE)).path("hits").path("hits");
            for (var hit : hits) {
                records.add(hit.path("_source"));
                after = hit.path("_source").path("position").asLong();
            }
        } while (hits.size() == PAGE);
        return records;
    }

    private ObjectNode query() {
        var query = JSON.createObjectNode();
        query.withArray("/query/bool/filter").addObject().putObject("range").putObject("position").put("gt", since);
        return query;
    }

    private static void filter(ObjectNode query, String... terms) {
        for (int i = 0; i < terms.length; i += 2) {
            query.withArray("/query/bool/filter").addObject().putObject("term").put(terms[i], terms[i + 1]);
        }
    }

    private JsonNode search(ObjectNode query) {
        Web.send("POST", openSearch.resolve("/zeebe-record_*/_refresh?ignore_unavailable=true"), new byte[0]);
        return Web.post(openSearch.resolve("/zeebe-record_*/_search?ignore_unavailable=true"), query);
    }
}
