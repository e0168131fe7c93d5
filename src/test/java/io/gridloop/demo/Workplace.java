package io.gridloop.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a person finds and completes tasks: gridloop's desk or Camunda's Tasklist. */
interface Workplace {

    /** The open tasks of this person, not necessarily with all that their forms show. */
    List<DemoTask> tasks();

    /** The same task with all that its form shows. */
    DemoTask open(DemoTask task);

    /**
     * Completes a task with one variable.
     *
     * @return what the form says is wrong, if it says so at once
     * @throws WebappException when it cannot be completed
     */
    Optional<String> complete(DemoTask task, String variable, Map<String, Object> values);
}
