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
    private final CasesProperties properties;

    OnSpot(Effects effects, History history, CasesProperties properties) {
        this.effects = effects;
        this.history = history;
        this.properties = properties;
    }

    /** Returns {@code sampled}: whether the grid leader verifies this case. */
    @Transactional
    public Map<String, @Nullable Object> record(Step step) {
        return effects.once(step, it -> {
            boolean sampled = sampled(it.id());
            it.recordOnSpot(sampled);
            history.write(it, step.element(), Actor.SYSTEM, null,
                    "当场办结：%s%s".formatted(it.onSpotResult(), sampled ? "（抽中核查）" : "（未抽中核查）"));
            return Results.of("sampled", sampled);
        });
    }

    /** Decided by the case's id alone, so that it can be decided again, and scattered, so that nobody can foresee it. */
    boolean sampled(long caseId) {
        long scattered = (caseId * 0x9E3779B97F4A7C15L) >>> 33;
        return scattered % 100 < properties.onSpotSamplePercent();
    }
}
