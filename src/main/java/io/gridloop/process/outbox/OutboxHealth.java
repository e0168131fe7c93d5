package io.gridloop.process.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Health component {@code outbox} and the gauges {@code gridloop.outbox.depth} (by {@code lane}), {@code .dead}, {@code .age}
 * (seconds) and {@code .bulk.rate} (starts per second that the engine is given at the moment).
 * A full outbox is what an outbox is for: only dead commands make it {@code DEGRADED}.
 */
@Component("outboxHealthIndicator")
class OutboxHealth extends AbstractHealthIndicator {

    private final EngineCommands commands;
    private final Clock clock;

    OutboxHealth(EngineCommands commands, BulkPace pace, Clock clock, MeterRegistry meters) {
        this.commands = commands;
        this.clock = clock;
        for (Lane lane : Lane.values()) {
            Gauge.builder("gridloop.outbox.depth", commands, it -> it.backlog().depth(lane))
                    .tag("lane", lane.name().toLowerCase(Locale.ROOT)).register(meters);
        }
        Gauge.builder("gridloop.outbox.bulk.rate", pace, BulkPace::rate).register(meters);
        gauge(meters, "dead", Backlog::dead);
        gauge(meters, "age", backlog -> backlog.age(clock.instant()).toSeconds());
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var backlog = commands.backlog();
        builder.status(backlog.dead() == 0 ? "UP" : "DEGRADED")
                .withDetail("depth", backlog.depth()).withDetail("bulk", backlog.bulk())
                .withDetail("dead", backlog.dead())
                .withDetail("oldestSeconds", backlog.age(clock.instant()).toSeconds());
    }

    private void gauge(MeterRegistry meters, String name, ToDoubleFunction<Backlog> value) {
        Gauge.builder("gridloop.outbox." + name, commands, c -> value.applyAsDouble(c.backlog())).register(meters);
    }
}
