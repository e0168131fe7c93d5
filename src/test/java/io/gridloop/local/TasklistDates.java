package io.gridloop.local;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mends a flaw of Tasklist 8.6.0 on OpenSearch. A task that was created in the very first millisecond of a second is
 * written as {@code 2026-11-23T21:06:55Z}, which the index refuses because its date format wants milliseconds; the
 * importer then repeats it for ever and no task appears in Tasklist any more. About one task in a thousand does that.
 *
 * <p>The format of a field cannot be changed, but the index can be told to keep such a task without indexing its date.
 */
final class TasklistDates {

    static final String INDICES = "tasklist-list-view-8*,tasklist-task-8*";

    private static final String MAPPING = Stream.of("creationTime", "completionTime", "dueDate", "followUpDate")
            .map(field -> """
                    "%s": {"type": "date", "format": "date_time || epoch_millis", "ignore_malformed": true}"""
                    .formatted(field))
            .collect(Collectors.joining(",", "{\"properties\": {", "}}"));

    private TasklistDates() {}

    /** Whether the indices are mended; false while they are not there yet. */
    static boolean mend(Probe openSearch) {
        return openSearch.put("/" + INDICES + "/_mapping", MAPPING).isPresent();
    }
}
