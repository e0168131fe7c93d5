package io.gridloop.process.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/invariants} for administrators: each promise, and where it does not hold. */
@Component
@Endpoint(id = "invariants")
class InvariantsEndpoint {

    private static final Duration USUAL = Duration.ofMinutes(15);

    private final Invariants invariants;

    InvariantsEndpoint(Invariants invariants) {
        this.invariants = invariants;
    }

    /** @param settled what has moved within this time may wait, ISO-8601, for instance {@code PT5M}; null: 15 minutes */
    @ReadOperation
    Map<String, Object> check(@Nullable Duration settled) {
        var broken = invariants.check(settled == null ? USUAL : settled);
        var report = new TreeMap<String, Object>();
        report.put("holds", broken.isEmpty());
        report.put("promises", Stream.of(Promise.values())
                .collect(Collectors.toMap(Promise::label, promise -> of(promise, broken), (a, b) -> a, TreeMap::new)));
        return report;
    }

    private static List<String> of(Promise promise, List<Broken> broken) {
        return broken.stream().filter(it -> it.promise() == promise).map(it -> it.subject() + " " + it.what()).toList();
    }
}
