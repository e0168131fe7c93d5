package io.gridloop.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import io.gridloop.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({PostgresForTests.class, AuditTrail.class, LoginAttemptsTests.Noon.class})
class LoginAttemptsTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @TestConfiguration(proxyBeanMethods = false)
    static class Noon {

        @Bean
        Clock clock() {
            return Clock.fixed(NOON, ZoneOffset.UTC);
        }
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail trail;

    @BeforeEach
    void start() {
        jdbc.sql("delete from login_attempt").update();
    }

    @Test
    void allowsTenTriesAndNoMore() {
        tries(10, NOON);
        assertThat(at(NOON).allow("wang")).isFalse();
        assertThat(at(NOON).allow("li")).isTrue();
    }

    @Test
    void opensAgainFifteenMinutesAfterTheTenthTryHoweverOftenSomebodyTriesMeanwhile() {
        tries(10, NOON);
        for (var minute = 1; minute < 15; minute++) {
            assertThat(at(NOON.plus(Duration.ofMinutes(minute))).allow("wang")).isFalse();
        }
        tries(10, NOON.plus(Duration.ofMinutes(15)));
        assertThat(at(NOON.plus(Duration.ofMinutes(15))).allow("wang")).isFalse();
    }

    @Test
    void startsFromZeroAfterALoginThatWorked() {
        tries(9, NOON);
        at(NOON).forget("wang");
        tries(10, NOON);
    }

    @Test
    void keepsNothingOfOldTries() {
        tries(3, NOON);
        at(NOON.plus(Duration.ofMinutes(16))).allow("li");
        assertThat(jdbc.sql("select login from login_attempt").query(String.class).list()).containsExactly("li");
    }

    @Test
    void countsTriesThatArriveTogether() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> attempt = () -> at(NOON).allow("wang");
            var allowed = threads.invokeAll(Stream.generate(() -> attempt).limit(40).toList()).stream()
                    .filter(result -> result.resultNow()).count();
            assertThat(allowed).isEqualTo(10);
        }
    }

    private void tries(int times, Instant now) {
        for (var i = 0; i < times; i++) {
            assertThat(at(now).allow("wang")).isTrue();
        }
    }

    private LoginAttempts at(Instant now) {
        return new LoginAttempts(jdbc, trail, Clock.fixed(now, ZoneOffset.UTC));
    }
}
