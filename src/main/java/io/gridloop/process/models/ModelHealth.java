package io.gridloop.process.models;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Health component {@code models}: {@code UP} when the engine has the shipped models, else {@code DEGRADED}. Degraded
 * and not down, because reports are accepted meanwhile: readiness says so, but keeps the instance in service.
 */
@Component("modelsHealthIndicator")
class ModelHealth extends AbstractHealthIndicator {

    private final ModelDeployer deployer;

    ModelHealth(ModelDeployer deployer) {
        this.deployer = deployer;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var state = deployer.state();
        builder.status(state == ModelState.DEPLOYED ? "UP" : "DEGRADED").withDetail("state", state);
    }
}
