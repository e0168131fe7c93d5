package io.gridloop.process.engine;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Health component {@code camunda}: does the engine answer within two seconds? */
@Component("camundaHealthIndicator")
class EngineHealth extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ObjectProvider<CamundaClient> client;

    EngineHealth(ObjectProvider<CamundaClient> client) {
        this.client = client;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var topology = client.getObject().newTopologyRequest().requestTimeout(PATIENCE).execute();
        builder.up().withDetail("version", topology.getGatewayVersion())
                .withDetail("partitions", topology.getPartitionsCount());
    }
}
