package io.gridloop.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.gridloop.PostgresForTests;
import io.gridloop.security.SecurityProperties.RateLimit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is open without login, on a server behind a proxy that speaks HTTPS, with small limits. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1", "gridloop.public-url=https://county.example",
        "gridloop.security.trusted-proxies=127.0.0.1,10.0.0.7", "gridloop.security.limits.report.times=3",
        "gridloop.security.limits.receipt.times=3", "gridloop.security.limits.wrong-password.times=3"})
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class PublicDoorTests {

    private static final String RESIDENT = "203.0.113.9";

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RateLimits limits;

    @BeforeEach
    void fresh() {
        jdbc.sql("delete from rate_limit").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /receipt/ABCD-2345-EFGH-6789", "POST /report", "POST /report/queued/1"})
    void theFourthTryHasToWait(String address) {
        for (var i = 0; i < 3; i++) {
            assertThat(send(address, RESIDENT, "")).hasStatus4xxClientError().doesNotContainHeader("Retry-After");
        }
        // The first of three places in ten minutes comes back after 200 seconds, of which the tries have used some.
        var refused = send(address, RESIDENT, "");
        assertThat(refused).hasStatus(429);
        assertThat(Integer.parseInt(String.valueOf(refused.getResponse().getHeader("Retry-After")))).isBetween(180,
                200);
        assertThat(send(address, "203.0.113.10", "")).hasStatus4xxClientError().doesNotContainHeader("Retry-After");
    }

    @Test
    void whatAClientClaimsHasNoEffect() {
        for (var i = 0; i < 3; i++) {
            send("POST /report", RESIDENT, "198.51.100." + i);
        }
        assertThat(send("POST /report", RESIDENT, "198.51.100.99")).hasStatus(429);
    }

    @Test
    void aQueueOnAPhoneHasALimitOfItsOwnThatNoClaimLifts() {
        for (var i = 0; i < 3; i++) {
            assertThat(send("POST /report/queued/1", RESIDENT, "198.51.100." + i)).hasStatus4xxClientError()
                    .doesNotContainHeader("Retry-After");
        }
        assertThat(send("POST /report/queued/1", RESIDENT, "198.51.100.99")).hasStatus(429);
        assertThat(send("POST /report", RESIDENT, "")).hasStatus(422);
    }

    @Test
    void aTrustedProxySpeaksForTheClientNextToIt() {
        for (var i = 0; i < 3; i++) {
            send("POST /report", "10.0.0.7", "192.0.2." + i + ", " + RESIDENT);
        }
        assertThat(send("POST /report", "10.0.0.7", "192.0.2.77, " + RESIDENT)).hasStatus(429);
        assertThat(send("POST /report", "10.0.0.7", RESIDENT + ", 192.0.2.1")).hasStatus(422);
        assertThat(send("POST /report", RESIDENT, "")).hasStatus(429);
    }

    @Test
    void aBrowserGetsAChinesePageAndAProgramAProblem() throws Exception {
        for (var i = 0; i < 3; i++) {
            get("/receipt/ABCD-2345-EFGH-6789", "text/html");
        }
        var page = get("/receipt/ABCD-2345-EFGH-6789", "text/html");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("操作太频繁", "lang=\"zh-CN\"");
        assertThat(page.headers().firstValue("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait)).isBetween(180, 200));
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        var problem = get("/receipt/ABCD-2345-EFGH-6789", "application/json");
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("\"status\":429", "请过几分钟");
    }

    @Test
    void overHttpsTheCookieIsSecureAndTheBrowserStaysThere() throws Exception {
        var page = get("/report", "text/html");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure", "HttpOnly",
                "SameSite=Lax");
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow()).contains("max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/metrics", "/actuator/info", "/actuator/heapdump"})
    void theActuatorIsClosedButForHealth(String path) throws Exception {
        assertThat(get(path, "application/json").statusCode()).isEqualTo(302);
        assertThat(get("/actuator/health/liveness", "application/json").statusCode()).isEqualTo(200);
    }

    @Test
    void oneAddressThatGuessesManyLoginsIsClosed() {
        Stream.of("wangchunsheng", "lilijuan", "zhanglixin")
                .forEach(login -> assertThat(login(login, "wrong", RESIDENT))
                        .hasRedirectedUrl("/login?error"));
        assertThat(login("caojiayi", "gridloop", RESIDENT)).hasRedirectedUrl("/login?locked");
        assertThat(login("caojiayi", "gridloop", "203.0.113.10")).hasRedirectedUrl("/desk");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'login.address.locked' and subject = ?")
                .param(RESIDENT).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void triesThatArriveTogetherAreAllCounted() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Duration> attempt = () -> limits.take("test", RESIDENT, new RateLimit(5, Duration.ofMinutes(10)));
            assertThat(threads.invokeAll(Stream.generate(() -> attempt).limit(30).toList()).stream()
                    .filter(tried -> tried.resultNow().isZero())).hasSize(5);
        }
    }

    @Test
    void forgetsWhoHasEverythingLeft() {
        limits.take("test", RESIDENT, new RateLimit(5, Duration.ofMinutes(10)));
        jdbc.sql("update rate_limit set expires_at = expires_at - ?").param(Duration.ofHours(1).toMillis()).update();
        limits.take("test", "203.0.113.10", new RateLimit(5, Duration.ofMinutes(10)));
        limits.forgetExpired();
        assertThat(jdbc.sql("select count(*) from rate_limit").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void costsLittle() {
        var limit = new RateLimit(100_000, Duration.ofMinutes(10));
        IntStream.range(0, 200).forEach(i -> limits.take("warm", RESIDENT, limit));
        var start = System.nanoTime();
        IntStream.range(0, 500).forEach(i -> limits.take("cost", RESIDENT, limit));
        var millis = (System.nanoTime() - start) / 500 / 1e6;
        System.out.printf("Rate limit: %.2f ms a request%n", millis);
        assertThat(millis).isLessThan(100);
    }

    private MvcTestResult send(String address, String from, String claimed) {
        var parts = address.split(" ");
        var request = parts[0].equals("GET") ? mvc.get() : mvc.post();
        if (!claimed.isEmpty()) {
            request.header("X-Forwarded-For", claimed);
        }
        return request.uri(parts[1]).remoteAddress(from).with(csrf()).exchange();
    }

    private MvcTestResult login(String login, String password, String from) {
        return mvc.post().uri("/login").remoteAddress(from).with(csrf()).param("username", login)
                .param("password", password).exchange();
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept", accept)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
