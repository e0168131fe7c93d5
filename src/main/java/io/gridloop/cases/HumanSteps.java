package io.gridloop.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All steps that people decide, by their user task. */
@Component
class HumanSteps {

    private final Map<String, HumanStep> byTask;

    HumanSteps(List<HumanStep> all) {
        byTask = all.stream().collect(Collectors.toMap(HumanStep::task, Function.identity()));
    }

    /** @throws IllegalArgumentException when the element is no user task of these processes */
    HumanStep of(String task) {
        return Optional.ofNullable(byTask.get(task)).or(() -> Approval.of(task))
                .orElseThrow(() -> new IllegalArgumentException("There is no user task " + task));
    }
}
