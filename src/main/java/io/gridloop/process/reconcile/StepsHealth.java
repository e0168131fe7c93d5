package io.gridloop.process.reconcile;

import io.gridloop.process.ProcessProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Health component {@code steps} and the gauge {@code gridloop.steps.oldest} (seconds): how long the oldest open case
 * waits for a worker rather than for a person. {@code DEGRADED} beyond {@code gridloop.process.reconciler.idle-after}:
 * whatever stopped the workers, without an incident and without an error, shows here.
 */
@Component("stepsHealthIndicator")
class StepsHealth extends AbstractHealthIndicator {

    private static final String OLDEST = """
            select min(moved_at) from grid_case c
             where c.state <> 'CLOSED' and c.process_instance_key is not null
               and not exists (select 1 from case_task t where t.case_id = c.id and t.part = 0
                                 and t.state <> 'CLOSED')""";

    private final JdbcClient jdbc;
    private final ProcessProperties.Reconciler settings;
    private final Clock clock;

    StepsHealth(JdbcClient jdbc, ProcessProperties properties, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.settings = properties.reconciler();
        this.clock = clock;
        Gauge.builder("gridloop.steps.oldest", this, steps -> steps.oldest().toSeconds()).register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var oldest = oldest();
        builder.status(oldest.compareTo(settings.idleAfter()) > 0 ? "DEGRADED" : "UP")
                .withDetail("oldestSeconds", oldest.toSeconds());
    }

    private Duration oldest() {
        var since = jdbc.sql(OLDEST).query((row, i) -> instant(row.getObject(1, OffsetDateTime.class))).single();
        return Duration.between(since, clock.instant());
    }

    private Instant instant(@Nullable OffsetDateTime since) {
        return since == null ? clock.instant() : since.toInstant();
    }
}
