package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import io.gridloop.bench.BenchReport;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long a resident waits who sends the report page, many at once, beside a bare INSERT into the same database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false", "gridloop.security.limits.report.times=1000000"})
@Import(PostgresForTests.class)
@Tag("bench")
class ReportBenchIT {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = 6;
    private static final int EACH = 40;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    /** Somebody with a session and a token of their own. */
    private final class Resident {

        private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final String token;

        Resident() throws Exception {
            var page = http.send(HttpRequest.newBuilder(report()).build(), BodyHandlers.ofString()).body();
            var found = TOKEN.matcher(page);
            assertThat(found.find()).isTrue();
            token = found.group(1);
        }

        void send() {
            var fields = Map.of("_csrf", token, "submissionKey", UUID.randomUUID().toString(), "place", "grid",
                    "gridCode", "G0101", "category", "01-02", "separate", "true", "text",
                    "路边的垃圾堆了三天没有人清" + UUID.randomUUID());
            var form = fields.entrySet().stream()
                    .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8)).collect(joining("&"));
            try {
                var answer = http.send(HttpRequest.newBuilder(report())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.discarding());
                assertThat(answer.statusCode()).isEqualTo(302);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void measuresWhatAResidentWaits() throws Exception {
        jdbc.sql("create table bench_report (id bigserial primary key, key text unique, text text, at timestamptz)")
                .update();
        var residents = new ArrayList<Resident>();
        for (int i = 0; i < CLIENTS; i++) {
            residents.add(new Resident());
        }
        var reports = new ArrayList<Figures>();
        var inserts = new ArrayList<Figures>();
        // The first round warms up.
        for (int round = 0; round < ROUNDS; round++) {
            reports.add(measure(residents.stream().map(it -> (Runnable) it::send).toList()));
            inserts.add(measure(Stream.generate(() -> (Runnable) this::insert).limit(CLIENTS).toList()));
        }
        new BenchReport("report")
                .put("residents at once", CLIENTS)
                .put("reports a round", CLIENTS * EACH)
                .put("report: median, p99 ms; each second (five rounds)", five(reports))
                .put("bare INSERT: median, p99 ms; each second (five rounds)", five(inserts))
                .publish();
        assertThat(jdbc.sql("select count(*) from grid_case").query(Integer.class).single())
                .isEqualTo(CLIENTS * EACH * ROUNDS);
    }

    private static List<String> five(List<Figures> rounds) {
        return rounds.stream().skip(1).map(Figures::toString).toList();
    }

    /** Milliseconds of one, and how many in a second. */
    private record Figures(double median, double p99, long perSecond) {

        static Figures of(List<Long> nanos, long took) {
            var sorted = nanos.stream().sorted().toList();
            return new Figures(millis(sorted, 50), millis(sorted, 99), nanos.size() * 1_000_000_000L / took);
        }

        private static double millis(List<Long> sorted, int percent) {
            return Math.round(sorted.get(sorted.size() * percent / 100) / 1e4) / 100.0;
        }

        @Override
        public String toString() {
            return median + ", " + p99 + "; " + perSecond;
        }
    }

    private Figures measure(List<Runnable> clients) throws Exception {
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var nanos = new ArrayList<Long>();
            for (var done : threads.invokeAll(clients.stream().map(ReportBenchIT::timed).toList())) {
                nanos.addAll(done.get());
            }
            return Figures.of(nanos, System.nanoTime() - began);
        }
    }

    private static Callable<List<Long>> timed(Runnable once) {
        return () -> Stream.generate(() -> {
            long began = System.nanoTime();
            once.run();
            return System.nanoTime() - began;
        }).limit(EACH).toList();
    }

    private void insert() {
        jdbc.sql("insert into bench_report (key, text, at) values (?, ?, now())")
                .params(UUID.randomUUID().toString(), "路边的垃圾堆了三天没有人清").update();
    }

    private URI report() {
        return URI.create("http://127.0.0.1:" + port + "/report");
    }
}
