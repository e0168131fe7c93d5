package io.gridloop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.GridloopApplication;
import io.gridloop.local.LocalPlatform;
import io.gridloop.local.PlatformSettings;
import io.gridloop.local.PortUse;
import io.gridloop.process.reconcile.Broken;
import io.gridloop.process.reconcile.Invariants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The proof: real messages pass the whole loop on a real Camunda, worked by the demo staff at the desk and in Tasklist.
 * Run by {@code mvn verify -Pproof}:
 *
 * <ul>
 * <li>{@code gridloop.proof.messages}: the messages, CSV files separated by commas; without it the project's own sample
 * <li>{@code gridloop.proof.rows}: at most so many rows of each file; without it all
 * <li>{@code gridloop.proof.county}: the county's files; the whole county by default
 * <li>{@code gridloop.proof.time-scale}: 100 by default. A limit of 4 hours, for the late ones, lasts 144 s; one of 72
 * hours, for the others, 43 minutes, and so long the run may take
 * </ul>
 */
@Tag("proof")
@TestInstance(Lifecycle.PER_CLASS)
class ClosedLoopProofIT {

    private static final int ROWS = Integer.getInteger("gridloop.proof.rows", Integer.MAX_VALUE);
    private static final int TIME_SCALE = Integer.getInteger("gridloop.proof.time-scale", 100);
    private static final Duration MOST = Duration.ofHours(72).dividedBy(TIME_SCALE);
    private static final String COUNTY = System.getProperty("gridloop.proof.county", "classpath:whole-county/");
    private static final Duration LAG = Duration.ofMinutes(10);
    private static final Path HOME = Path.of("target/proof");

    private LocalPlatform platform;
    private ConfigurableApplicationContext gridloop;
    private LoopRun run;
    private Duration emptied;
    private List<Broken> broken;

    @BeforeAll
    void leadsTheMessagesThroughTheLoop() throws IOException {
        platform = LocalPlatform.prepare(PlatformSettings.forMany(HOME), System.out);
        // Ends it with the JVM, after gridloop's own end, however the proof ends.
        SpringApplication.getShutdownHandlers().add(platform::close);
        platform.start();
        gridloop = new SpringApplicationBuilder(GridloopApplication.class).run(arguments());
        run = new ClosedLoop(gridloop).run(messages(), ROWS, MOST);
        emptied = awaitNothingLeft();
        broken = gridloop.getBean(Invariants.class).check(Duration.ofSeconds(-1));
        var report = new ProofReport(run, messages(), TIME_SCALE, ProcessMemory.byPart(HOME.resolve("postgres")));
        report.add("county", COUNTY);
        report.add("engineEmptySeconds", emptied.toMillis() / 1000.0);
        report.add("instancesLeft", operate().activeInstances().size());
        report.add("incidentsLeft", operate().incidents().size());
        report.add("brokenPromises", broken);
        report.print();
        report.write(Path.of("target/proof.json"));
    }

    /** How long Operate lags behind the last closed case. */
    private Duration awaitNothingLeft() {
        long start = System.nanoTime();
        try {
            await().atMost(LAG).pollInterval(Duration.ofSeconds(1))
                    .until(() -> operate().activeInstances().isEmpty() && operate().incidents().isEmpty());
        } catch (ConditionTimeoutException e) {
            // The test says what is left.
        }
        return Duration.ofNanos(System.nanoTime() - start);
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
        assertThat(operate().incidents()).isEmpty();
        assertThat(operate().activeInstances()).isEmpty();
    }

    @Test
    void keepsEveryPromise() {
        assertThat(broken).isEmpty();
    }

    @Test
    void answersThroughBothDoors() {
        assertThat(run.tally().doors()).containsOnlyKeys("DESK", "TASKLIST");
    }

    private Operate operate() {
        return new Operate(WebappSession.login(HttpClient.newHttpClient(), webapps(), "demo", "demo"));
    }

    private static List<Path> messages() {
        return Stream.of(System.getProperty("gridloop.proof.messages", "src/main/resources/sample-messages.csv")
                .split(",")).map(String::strip).map(Path::of).toList();
    }

    private URI webapps() {
        return URI.create(platform.settings().url(PortUse.WEBAPPS));
    }

    /** As arguments they outrank the application's own settings. */
    private String[] arguments() throws IOException {
        var properties = new HashMap<>(platform.gridloopProperties());
        properties.put("gridloop.territory.sample", "true");
        properties.put("gridloop.territory.files", COUNTY);
        properties.put("gridloop.intake.sample", "false");
        properties.put("gridloop.time-scale", String.valueOf(TIME_SCALE));
        properties.put("gridloop.demo.staff", "true");
        properties.put("gridloop.demo.block", String.valueOf(ClosedLoop.rows(messages(), ROWS)));
        properties.put("gridloop.demo.pause", "0s");
        properties.put("gridloop.demo.hands", "8");
        return properties.entrySet().stream().map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
