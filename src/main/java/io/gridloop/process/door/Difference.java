package io.gridloop.process.door;

import java.util.List;

/**
 * What is different between two versions of a file.
 *
 * @param changes empty when only blanks, the order of rows or what the modeler writes for itself is different
 */
public record Difference(String file, Change.Kind kind, List<Change> changes) {

    /** Whether cases go on exactly as before. */
    public boolean onlyLayout() {
        return kind == Change.Kind.CHANGED && changes.stream().allMatch(it -> it.kind() == Change.Kind.MOVED);
    }

    /** How many changes of a kind. */
    public long count(Change.Kind wanted) {
        return changes.stream().filter(it -> it.kind() == wanted).count();
    }
}
