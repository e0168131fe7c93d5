package io.gridloop.process.models;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Health component {@code models}: {@code UP} when the engine has the present models and no foreign version lies above them, else {@code DEGRADED}. Degraded
 * and not down, because reports are accepted meanwhile: readiness says so, but keeps the instance in service.
 */
@Component("modelsHealthIndicator")
class ModelHealth extends AbstractHealthIndicator {

    private final ModelDeployer deployer;
    private final ForeignVersions foreign;

    ModelHealth(ModelDeployer deployer, ForeignVersions foreign) {
        this.deployer = deployer;
        this.foreign = foreign;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var state = deployer.state();
        var above = foreign.open();
        builder.status(state == ModelState.DEPLOYED && above.isEmpty() ? "UP" : "DEGRADED")
                .withDetail("state", state).withDetail("foreign", above.stream()
                        .map(it -> "%s: version %d did not come through the door".formatted(it.model(), it.found()))
                        .toList());
    }
}
