package io.gridloop.walk;

import io.gridloop.PostgresForTests;
import io.gridloop.bridge.EngineClock;
import io.gridloop.bridge.SharedEngine;
import io.gridloop.local.PortUse;
import io.gridloop.local.SharedPlatform;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The short walk: a few dozen cases, always the same ones. Run by {@code mvn verify -Pproof}. */
@Tag("proof")
@SpringBootTest
@Import(PostgresForTests.class)
@TestInstance(Lifecycle.PER_CLASS)
// Its workers must not take the jobs of other tests.
@DirtiesContext
class RandomWalkSampleIT extends AbstractWalk {

    private static final int CASES = 40;
    private static final Duration MOST = Duration.ofMinutes(4);

    @Autowired
    private ApplicationContext gridloop;

    @DynamicPropertySource
    static void useThePlatform(DynamicPropertyRegistry registry) {
        SharedEngine.clear();
        SharedPlatform.get().gridloopProperties().forEach((name, value) -> {
            if (name.matches("(camunda|gridloop)[.].*")) {
                registry.add(name, () -> value);
            }
        });
        WalkSettings.PROPERTIES.forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeAll
    void walks() throws IOException, InterruptedException {
        walk(gridloop, URI.create(SharedPlatform.get().settings().url(PortUse.OPENSEARCH)),
                new Walk(SEED, 0, CASES, CASES), MOST, "target/walk-sample.json");
    }

    /** Other tests move the engine's clock forward, and it never goes back: limits must begin at the engine's now. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ClockOfTheEngine {

        @Bean
        @Primary
        Clock engineClock() {
            return EngineClock.asItStands(URI.create(SharedPlatform.get().settings().url(PortUse.BROKER_MANAGEMENT)));
        }
    }
}
