package io.gridloop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.GridloopApplication;
import io.gridloop.local.LocalPlatform;
import io.gridloop.local.PlatformSettings;
import io.gridloop.local.PortUse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The proof: real messages pass the whole loop on a real Camunda, worked by the demo staff. Run by
 * {@code mvn verify -Pproof}; {@code -Dgridloop.proof.messages=FILE} names the messages (CSV, the first 200 rows count),
 * else it takes the project's own sample.
 */
@Tag("proof")
@TestInstance(Lifecycle.PER_CLASS)
class ClosedLoopProofIT {

    private static final int ROWS = 200;

    /** A limit of 2 hours lasts 48 s, one of 72 hours longer than the whole run: late are those who wait for it. */
    private static final int TIME_SCALE = 150;
    private static final Duration MOST = Duration.ofHours(72).dividedBy(TIME_SCALE);
    private static final Path HOME = Path.of("target/proof");

    private LocalPlatform platform;
    private ConfigurableApplicationContext gridloop;
    private LoopRun run;

    @BeforeAll
    void leadsTheMessagesThroughTheLoop() throws IOException {
        var free = PlatformSettings.forTests(HOME);
        platform = LocalPlatform.prepare(
                new PlatformSettings(HOME, free.distribution(), free.ports(), true, false), System.out);
        // Ends it with the JVM, after gridloop's own end, however the proof ends.
        SpringApplication.getShutdownHandlers().add(platform::close);
        platform.start();
        gridloop = new SpringApplicationBuilder(GridloopApplication.class).run(arguments());
        run = new ClosedLoop(gridloop).run(messages(), ROWS, MOST);
        var report = new ProofReport(run, messages().getFileName().toString(), TIME_SCALE,
                ProcessMemory.byPart(HOME.resolve("postgres")));
        report.print();
        report.write(Path.of("target/proof.json"));
    }

    @AfterAll
    void endsGridloop() {
        if (gridloop != null) {
            gridloop.close();
        }
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
    void leavesNothingInTheEngine() {
        var operate = new Operate(WebappSession.login(HttpClient.newHttpClient(), webapps(), "demo", "demo"));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(operate.incidents()).isEmpty();
            assertThat(operate.activeInstances()).isEmpty();
        });
    }

    @Test
    void leavesNoCommandWaiting() {
        assertThat(count("select count(*) from engine_command")).isZero();
    }

    @Test
    void tellsEachResidentOnce() {
        assertThat(count("select count(*) from resident_message")).isEqualTo(run.imported());
        assertThat(count("select count(distinct case_id) from resident_message")).isEqualTo(run.imported());
    }

    private int count(String sql) {
        return gridloop.getBean(JdbcClient.class).sql(sql).query(Integer.class).single();
    }

    private static Path messages() {
        return Path.of(System.getProperty("gridloop.proof.messages", "src/main/resources/sample-messages.csv"));
    }

    private URI webapps() {
        return URI.create(platform.settings().url(PortUse.WEBAPPS));
    }

    /** As arguments they outrank the application's own settings. */
    private String[] arguments() throws IOException {
        var properties = new HashMap<>(platform.gridloopProperties());
        properties.put("gridloop.territory.sample", "true");
        properties.put("gridloop.intake.sample", "false");
        properties.put("gridloop.time-scale", String.valueOf(TIME_SCALE));
        properties.put("gridloop.demo.staff", "true");
        properties.put("gridloop.demo.block", String.valueOf(ClosedLoop.rows(messages(), ROWS)));
        properties.put("gridloop.demo.pause", "0s");
        properties.put("gridloop.demo.tasklist", webapps().toString());
        return properties.entrySet().stream().map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
