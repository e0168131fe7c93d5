package io.gridloop.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records matters that were solved on the spot, and sends a sample of them to verification. */
@Service
public class OnSpot {

    private final Effects effects;
    private final History history;
    private final Sampling sampling;

    OnSpot(Effects effects, History history, Sampling sampling) {
        this.effects = effects;
        this.history = history;
        this.sampling = sampling;
    }

    /** Returns {@code sampled}: whether the grid leader verifies this case. */
    @Transactional
    public Map<String, @Nullable Object> record(Step step) {
        return effects.once(step, it -> {
            boolean sampled = sampling.verified(it.id());
            it.recordOnSpot(sampled);
            history.write(it, step.element(), Actor.SYSTEM, null,
                    "当场办结：%s%s".formatted(it.onSpotResult(), sampled ? "（抽中核查）" : "（未抽中核查）"));
            return Results.of("sampled", sampled);
        });
    }
}
