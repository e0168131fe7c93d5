package io.gridloop.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges what came out of a user task, once: first who did it, then what they answered. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Judging {

    private final Effects effects;
    private final Strangers strangers;

    Judging(Effects effects, Strangers strangers) {
        this.effects = effects;
        this.strangers = strangers;
    }

    /** The result of {@code record}, or what leads back to the task. What the wrong person typed is not kept. */
    Map<String, @Nullable Object> judge(
            HumanStep human, Step step, Answer answer, Function<Case, Map<String, @Nullable Object>> record) {
        return effects.once(step, it -> strangers.problem(it, step, human)
                .map(problem -> withoutAnswer(human, human.invalid(it, problem)))
                .or(() -> human.problem(it, answer).map(problem -> human.invalid(it, problem)))
                .orElseGet(() -> record.apply(it)));
    }

    private static Map<String, @Nullable Object> withoutAnswer(HumanStep human, Map<String, @Nullable Object> invalid) {
        var result = new HashMap<>(invalid);
        result.put(human.variable(), null);
        return result;
    }
}
