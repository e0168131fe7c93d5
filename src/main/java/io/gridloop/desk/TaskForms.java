package io.gridloop.desk;

import org.jspecify.annotations.Nullable;

/** The forms as the engine has them; implemented behind the engine's door. */
@FunctionalInterface
public interface TaskForms {

    /**
     * The form that a task has in Tasklist: the one deployed with the task's process.
     *
     * @param form file name without the ending
     * @param processId id of the task's process; null when that is not known
     * @param processVersion version of that process
     * @return the file; where nobody knows what was deployed with that version, the one that new tasks get
     */
    byte[] form(String form, @Nullable String processId, int processVersion);
}
