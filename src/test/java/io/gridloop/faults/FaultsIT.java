package io.gridloop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.demo.DemoSettings;
import io.gridloop.demo.DemoStaff;
import io.gridloop.local.GridloopServer;
import io.gridloop.local.LocalPlatform;
import io.gridloop.local.PlatformSettings;
import io.gridloop.local.PortUse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The parts are killed one after the other, each at many random moments, while residents report and the demo staff
 * works. {@code -Dgridloop.faults.moments} says how many a fault, {@code -Dgridloop.faults.seed} which, {@code
 * -Dgridloop.faults.minutes} how long for each fault at most.
 */
@Tag("faults")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FaultsIT {

    private static final int MOMENTS = Integer.getInteger("gridloop.faults.moments", 20);
    private static final long SEED = Long.getLong("gridloop.faults.seed", 20261124);
    private static final Path HOME = Path.of("target/faults");
    private static final Duration JOB_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    /** A slow machine has no time for all of its moments: then as many as fit. */
    private static final Duration BUDGET = Duration.ofMinutes(Long.getLong("gridloop.faults.minutes", 30));
    private static final Duration LAST_CASE = Duration.ofMinutes(3);

    /** A limit of 4 hours lasts 4 s, one of 72 hours 72 s: deadlines pass while parts are dead. */
    private static final int TIME_SCALE = 3_600;

    private final FaultReport report = new FaultReport();
    private LocalPlatform platform;
    private GridloopServer gridloop;
    private JdbcClient jdbc;
    private DemoStaff staff;
    private ReportLoad load;
    private Promises promises;
    private Strikes strikes;

    @BeforeAll
    void startsWithASteadyLoad() {
        platform = LocalPlatform.prepare(PlatformSettings.forMany(HOME), System.out).start();
        gridloop = platform.gridloop(properties());
        gridloop.start();
        var address = URI.create(gridloop.url());
        jdbc = JdbcClient.create(new DriverManagerDataSource(
                platform.jdbcUrl() + "?connectTimeout=2&socketTimeout=5", "gridloop", "gridloop"));
        staff = new DemoStaff(new DemoSettings(true, address, URI.create(platform.settings().url(PortUse.WEBAPPS)), 0,
                true, 4, "gridloop", SEED, 100, Duration.ZERO), jdbc);
        staff.start(jdbc.sql("select login from staff where role <> 'ADMIN'").query(String.class).list());
        load = new ReportLoad(address);
        load.start(PAUSE);
        promises = new Promises(address);
        strikes = new Strikes(platform, gridloop, load, staff, new Backlog(jdbc), promises);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> count("select count(*) from grid_case where state = 'CLOSED'") > 5);
        report.add("reportsPerMinute", 2 * 60_000 / PAUSE.toMillis());
        report.add("jobTimeoutSeconds", JOB_TIMEOUT.toSeconds());
        report.add("timeScale", TIME_SCALE);
    }

    @AfterAll
    void reportsAndEnds() throws Exception {
        report.print();
        report.write(Path.of("target/faults.json"));
        staff.close();
        load.close();
        platform.close();
    }

    @Test
    @Order(1)
    void keepsEveryPromiseWhenGridloopIsKilled() throws InterruptedException {
        keepsEveryPromise(Fault.GRIDLOOP);
    }

    @Test
    @Order(2)
    void keepsEveryPromiseWhenTheBrokerIsKilled() throws InterruptedException {
        keepsEveryPromise(Fault.BROKER);
    }

    @Test
    @Order(3)
    void keepsEveryPromiseWhenPostgresIsKilled() throws InterruptedException {
        keepsEveryPromise(Fault.POSTGRES);
    }

    @Test
    @Order(4)
    void leadsEveryReportToItsEnd() {
        load.pause();
        awaitOr(() -> load.underWay() == 0 && open() == 0);
        report.add("reports", load.receipts().size());
        report.add("openAtTheEnd", open());
        report.add("brokenAtTheEnd", promises.brokenSince(Instant.now()));
        assertThat(open()).isZero();
        assertThat(lost()).isZero();
        assertThat(doubled()).isZero();
    }

    @Test
    @Order(0)
    void finishesEveryJobAfterAStallBecauseOurWorkersPoll() throws InterruptedException {
        var wedge = new WorkerWedge(URI.create(platform.settings().url(PortUse.BROKER_GRPC)),
                URI.create(platform.settings().url(PortUse.BROKER_REST)));
        report.add("T16 streaming worker", wedge.run(true));
        var polling = wedge.run(false);
        report.add("T16 polling worker", polling);
        assertThat(polling.finished()).isEqualTo(WorkerWedge.INSTANCES);
    }

    private void keepsEveryPromise(Fault fault) throws InterruptedException {
        long seed = SEED + fault.ordinal();
        var random = new Random(seed);
        List<Round> rounds = new ArrayList<>();
        var last = Instant.now().plus(BUDGET);
        for (int i = 0; i < MOMENTS && Instant.now().isBefore(last); i++) {
            rounds.add(strikes.strike(fault, random));
            System.out.println(fault + " " + (i + 1) + ": " + rounds.getLast());
        }
        load.pause();
        awaitOr(() -> load.underWay() == 0);
        report.add(fault, seed, rounds, lost(), doubled());
        load.resume();
        assertThat(lost()).as("receipts without a case").isZero();
        assertThat(rounds).allSatisfy(round -> {
            assertThat(round.broken()).isEmpty();
            assertThat(round.stuck()).isZero();
        });
    }

    private static void awaitOr(Callable<Boolean> condition) {
        try {
            await().atMost(LAST_CASE).until(condition);
        } catch (ConditionTimeoutException e) {
            // What is left is counted.
        }
    }

    private long open() {
        return count("select count(*) from grid_case where state <> 'CLOSED'");
    }

    private long lost() {
        return load.receipts().size() - jdbc.sql("select count(*) from grid_case where receipt_code in (:codes)")
                .param("codes", load.receipts()).query(Long.class).single();
    }

    private long doubled() {
        return Math.max(0, count("select count(*) from grid_case") - load.receipts().size() - load.underWay());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Map<String, String> properties() {
        return Map.of(
                "gridloop.territory.sample", "true",
                "gridloop.intake.sample", "false",
                "gridloop.time-scale", String.valueOf(TIME_SCALE),
                // All residents of the load come from one address.
                "gridloop.security.limits.report.times", "10000",
                "gridloop.faults.job-timeout", JOB_TIMEOUT.toString(),
                "gridloop.process.reconciler.every", "5s",
                "gridloop.process.reconciler.unstarted-after", "20s",
                "gridloop.process.reconciler.idle-after", "30s");
    }
}
