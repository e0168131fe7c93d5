package io.gridloop.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/** Lets gridloop's clock run ahead of the engine's, as if the engine stood still. */
@TestConfiguration(proxyBeanMethods = false)
class GridloopAhead implements BeanPostProcessor {

    private static volatile Duration ahead = Duration.ZERO;

    static void by(Duration duration) {
        ahead = duration;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Clock clock ? new Shifted(clock) : bean;
    }

    private static final class Shifted extends Clock {

        private final Clock engine;

        Shifted(Clock engine) {
            this.engine = engine;
        }

        @Override
        public ZoneId getZone() {
            return engine.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Shifted(engine.withZone(zone));
        }

        @Override
        public Instant instant() {
            return engine.instant().plus(ahead);
        }
    }
}
