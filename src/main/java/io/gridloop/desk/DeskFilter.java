package io.gridloop.desk;

import io.gridloop.cases.TaskView;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list.
 *
 * @param light {@code RED}, {@code YELLOW}, {@code GREEN}, {@code NONE} (no deadline runs); anything else: all
 * @param kind only tasks of this element; empty: all
 */
record DeskFilter(@Nullable String light, @Nullable String kind) {

    boolean keeps(TaskView task) {
        return keepsLight(task) && (kind == null || kind.isBlank() || task.element().equals(kind));
    }

    private boolean keepsLight(TaskView task) {
        return DeskLight.find(light).map(wanted -> wanted == DeskLight.of(task)).orElse(true);
    }
}
