package io.gridloop.process.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Health component {@code outbox} and the gauges {@code gridloop.outbox.depth}, {@code .dead} and {@code .age} (seconds).
 * A full outbox is what an outbox is for: only dead commands make it {@code DEGRADED}.
 */
@Component("outboxHealthIndicator")
class OutboxHealth extends AbstractHealthIndicator {

    private final EngineCommands commands;
    private final Clock clock;

    OutboxHealth(EngineCommands commands, Clock clock, MeterRegistry meters) {
        this.commands = commands;
        this.clock = clock;
        gauge(meters, "depth", Backlog::depth);
        gauge(meters, "dead", Backlog::dead);
        gauge(meters, "age", backlog -> backlog.age(clock.instant()).toSeconds());
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var backlog = commands.backlog();
        builder.status(backlog.dead() == 0 ? "UP" : "DEGRADED")
                .withDetail("depth", backlog.depth()).withDetail("dead", backlog.dead())
                .withDetail("oldestSeconds", backlog.age(clock.instant()).toSeconds());
    }

    private void gauge(MeterRegistry meters, String name, ToDoubleFunction<Backlog> value) {
        Gauge.builder("gridloop.outbox." + name, commands, c -> value.applyAsDouble(c.backlog())).register(meters);
    }
}
