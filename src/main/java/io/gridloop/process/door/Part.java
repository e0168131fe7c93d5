package io.gridloop.process.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in a model that has a name of its own, flattened so that two of them can be compared.
 *
 * @param what it is, in Chinese
 * @param properties label to value, both for people
 * @param layout where it is drawn
 */
record Part(String id, String what, String name, Map<String, String> properties, String layout) {

    /** What is different between two lists of parts, matched by id; in the order of the newer list. */
    static List<Change> changes(List<Part> before, List<Part> after) {
        var old = byId(before);
        var now = byId(after);
        var changes = new ArrayList<Change>();
        now.forEach((id, part) -> part.since(old.get(id)).ifPresent(changes::add));
        old.forEach((id, part) -> {
            if (!now.containsKey(id)) {
                changes.add(part.change(Change.Kind.REMOVED, part.cells(part.properties, Map.of())));
            }
        });
        return changes;
    }

    private Optional<Change> since(@Nullable Part old) {
        if (old == null) {
            return Optional.of(change(Change.Kind.ADDED, cells(Map.of(), properties)));
        }
        var cells = cells(old.withWhat(), withWhat());
        if (!cells.isEmpty()) {
            return Optional.of(change(Change.Kind.CHANGED, cells));
        }
        return old.layout.equals(layout)
                ? Optional.empty()
                : Optional.of(change(Change.Kind.MOVED, List.of()));
    }

    private Map<String, String> withWhat() {
        var all = new LinkedHashMap<>(properties);
        all.put("类型", what);
        return all;
    }

    private Change change(Change.Kind kind, List<Change.Cell> cells) {
        return new Change(kind, id, what, name, cells);
    }

    private List<Change.Cell> cells(Map<String, String> before, Map<String, String> after) {
        return Stream.concat(after.keySet().stream(),
                new TreeSet<>(before.keySet()).stream().filter(label -> !after.containsKey(label)))
                .map(label -> new Change.Cell(label, before.getOrDefault(label, ""), after.getOrDefault(label, "")))
                .filter(cell -> !cell.before().equals(cell.after())).toList();
    }

    private static Map<String, Part> byId(List<Part> parts) {
        var byId = new LinkedHashMap<String, Part>();
        parts.forEach(part -> byId.putIfAbsent(part.id, part));
        return byId;
    }
}
