package io.gridloop.desk;

import io.gridloop.cases.TaskView;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The light of a task's deadline, or that none runs. */
public enum DeskLight {
    RED("已超时"), YELLOW("临近时限"), GREEN("时限内"), NONE("未计时");

    private final String label;

    DeskLight(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }

    static DeskLight of(TaskView task) {
        return task.light() == null ? NONE : valueOf(task.light().name());
    }

    static Optional<DeskLight> find(@Nullable String name) {
        return Arrays.stream(values()).filter(light -> light.name().equals(name)).findFirst();
    }
}
