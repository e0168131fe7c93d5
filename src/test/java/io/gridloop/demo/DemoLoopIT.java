package io.gridloop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.PostgresForTests;
import io.gridloop.bridge.EngineClock;
import io.gridloop.bridge.SharedEngine;
import io.gridloop.local.LocalPlatform;
import io.gridloop.local.PortUse;
import io.gridloop.local.SharedPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The small proof: the project's own sample messages pass the whole loop, worked by the demo staff. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = {
        "gridloop.territory.sample=true",
        "gridloop.intake.sample=false",
        "gridloop.time-scale=" + DemoLoopIT.TIME_SCALE,
        "gridloop.demo.staff=true",
        "gridloop.demo.pause=0s"})
@Import(PostgresForTests.class)
@TestInstance(Lifecycle.PER_CLASS)
// Its workers must not take the jobs of other tests.
@DirtiesContext
@Tag("webapps")
class DemoLoopIT {

    /** A limit of 4 hours, for the late ones, lasts 40 s; one of 72 hours longer than the whole run. */
    static final int TIME_SCALE = 360;

    private static final Path SAMPLE = Path.of("src/main/resources/sample-messages.csv");
    private static final Duration MOST = Duration.ofHours(72).dividedBy(TIME_SCALE);

    @Autowired
    private ApplicationContext gridloop;

    @Autowired
    private DemoSettings settings;

    private LoopRun run;

    @DynamicPropertySource
    static void useThePlatform(DynamicPropertyRegistry registry) throws IOException {
        SharedEngine.clear();
        LocalPlatform platform = SharedPlatform.get();
        platform.gridloopProperties().forEach((name, value) -> {
            if (name.matches("(camunda|gridloop|server)[.].*")) {
                registry.add(name, () -> value);
            }
        });
        int rows = ClosedLoop.rows(List.of(SAMPLE), Integer.MAX_VALUE);
        registry.add("gridloop.demo.block", () -> rows);
    }

    @BeforeAll
    void leadsTheSampleThroughTheLoop() throws IOException {
        run = new ClosedLoop(gridloop).run(List.of(SAMPLE), settings.block(), MOST);
        System.out.println(LoopTable.ofPaths(run));
    }

    @Test
    void closesEveryCase() {
        assertThat(run.badRows()).isZero();
        new LoopChecks(run).everyCaseIsClosed();
    }

    @Test
    void leadsEveryCaseAsPlanned() {
        new LoopChecks(run).everyCaseWentItsWay();
    }

    @Test
    void hasTheFiguresOfThePlan() {
        new LoopChecks(run).figuresMatchThePlan();
        new LoopChecks(run).sharesAreExact();
    }

    @Test
    void leavesNoneOfItsCasesInTheEngine() {
        var operate = new Operate(
                WebappSession.login(HttpClient.newHttpClient(), settings.tasklist(), "demo", "demo"));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(operate.activeInstances())
                .doesNotContainAnyElementsOf(run.cases().stream().map(LoopCase::processInstanceKey).toList()));
        assertThat(gridloop.getBean(JdbcClient.class).sql("select count(*) from engine_command")
                .query(Integer.class).single()).isZero();
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
