package io.gridloop.cases;

import java.util.Optional;

/** What only the engine knows of its user tasks; implemented behind the engine's door. */
@FunctionalInterface
public interface EngineTasks {

    /**
     * Who completed a visit of a task: the assignee at that moment, empty text for nobody.
     *
     * @return empty while the engine does not show it as completed, or cannot be asked
     */
    Optional<String> completedBy(long processInstanceKey, long elementInstanceKey);
}
