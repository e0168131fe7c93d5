package io.gridloop.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gridloop.PostgresForTests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({PostgresForTests.class, AuditTrail.class, AuditTrailTests.Noon.class})
class AuditTrailTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Noon {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-23T04:00:00.123456789Z"), ZoneOffset.UTC);
        }
    }

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void fiveEntries() {
        IntStream.rangeClosed(1, 5).forEach(i -> record("第%d条".formatted(i)));
    }

    @AfterEach
    void empty() {
        pastTheTrigger("delete from audit_entry");
    }

    @Test
    void isWholeAsWritten() {
        assertThat(trail.verify()).extracting(ChainState::whole, ChainState::entries).containsExactly(true, 5L);
    }

    @Test
    void cutsALongDetailBetweenCharacters() {
        record("长".repeat(1999) + "😀");
        assertThat(jdbc.sql("select detail from audit_entry order by id desc limit 1").query(String.class).single())
                .isEqualTo("长".repeat(1999));
        assertThat(trail.verify().brokenAt()).isNull();
    }

    @Test
    void anEmptyTrailIsWhole() {
        pastTheTrigger("delete from audit_entry");
        assertThat(trail.verify()).isEqualTo(new ChainState(0, null, AuditEntry.NOTHING_BEFORE));
    }

    @Test
    void isWrittenInATransactionOnly() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> trail.record("caojiayi", "test.entry", "G0101", "无事务"));
    }

    @Test
    void isGoneWithTheTransactionThatWroteIt() {
        transaction.executeWithoutResult(status -> {
            trail.record("caojiayi", "test.entry", "G0101", "撤回");
            status.setRollbackOnly();
        });
        record("之后");
        assertThat(trail.verify()).extracting(ChainState::whole, ChainState::entries).containsExactly(true, 6L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set detail = 'x' where id = 3", "delete from audit_entry where id = 5",
            "truncate audit_entry"})
    void theDatabaseRefusesEveryChange(String change) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(change).update())
                .withMessageContaining("only grows");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update audit_entry set detail = '别的' where id = 3",
            "update audit_entry set actor = 'dengjianshe' where id = 3",
            "update audit_entry set at = at + interval '1 microsecond' where id = 3",
            "update audit_entry set subject = 'test.entry' || subject, action = '' where id = 3",
            "delete from audit_entry where id = 3",
            "update audit_entry set hash = repeat('a', 64) where id = 3"})
    void findsTheFirstEntryChangedPastTheTrigger(String change) {
        pastTheTrigger(change);
        assertThat(trail.verify().brokenAt()).isEqualTo(3L);
    }

    @Test
    void concurrentWritersKeepOneChain() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(IntStream.range(0, 80).<Callable<Boolean>>mapToObj(i -> () -> {
                record("同时" + i);
                return true;
            }).toList()).forEach(done -> assertThat(done.resultNow()).isTrue());
        }
        assertThat(trail.verify()).extracting(ChainState::whole, ChainState::entries).containsExactly(true, 85L);
    }

    private void record(String detail) {
        transaction.executeWithoutResult(status -> trail.record("caojiayi", "test.entry", "G0101", detail));
    }

    private void pastTheTrigger(String change) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(change).update();
        });
    }
}
