package io.gridloop.process.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.CaseReported;
import io.gridloop.cases.CaseWithdrawn;
import io.gridloop.cases.CasesImported;
import io.gridloop.cases.DeadlineMoved;
import io.gridloop.cases.SupervisionCancelled;
import io.gridloop.cases.SupervisionOrdered;
import io.gridloop.cases.SupervisionRaised;
import io.gridloop.cases.WhistleBlown;
import io.gridloop.process.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig
class OutboxTests {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EngineCommands commands;

    @Autowired
    Outbox outbox;

    @Autowired
    Nudge nudge;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void emptyOutbox() {
        jdbc.sql("delete from engine_command").update();
    }

    @Test
    void writesTheStartInTheTransactionOfTheReport() {
        transaction.executeWithoutResult(status -> events.publishEvent(new CaseReported(7, "WZ26-000007-1", 2)));
        var command = claimOne();
        assertThat(command.kind()).isEqualTo(CommandKind.START_CASE);
        assertThat(command.correlationKey()).isEqualTo("7#2");
        assertThat(command.messageId()).isEqualTo("7#2");
        assertThat(command.variables()).contains("\"caseId\": 7", "\"caseNumber\": \"WZ26-000007-1\"", "\"run\": 2");
    }

    @Test
    void keepsImportedCasesApartFromWhatPeopleWaitFor() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new CasesImported(List.of(
                    new CaseReported(8, "WZ26-000008-1", 1), new CaseReported(9, "WZ26-000009-1", 1))));
            events.publishEvent(new CaseReported(7, "WZ26-000007-1", 1));
        });
        assertThat(claimOne().caseId()).isEqualTo(7);
        var bulk = commands.claim(Lane.BULK, new MovableClock().instant(), Duration.ofSeconds(30), 10);
        assertThat(bulk).extracting(EngineCommand::messageId).containsExactlyInAnyOrder("8#1", "9#1");
        assertThat(bulk.getFirst().variables()).contains("\"caseId\": 8", "\"run\": 1");
        assertThat(commands.backlog()).returns(2L, it -> it.depth(Lane.BULK)).returns(1L, it -> it.depth(Lane.PROMPT));
    }

    @Test
    void writesNothingWhenTheReportIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new CaseReported(7, "WZ26-000007-1", 1));
            status.setRollbackOnly();
        });
        assertThat(commands.backlog().depth()).isZero();
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        assertThatThrownBy(() -> events.publishEvent(new CaseReported(7, "WZ26-000007-1", 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void tellsTheWatchTheNewDeadlineWithAnOffset() {
        var due = Instant.parse("2026-11-24T02:00:00Z");
        transaction.executeWithoutResult(
                status -> events.publishEvent(new DeadlineMoved(7, "7#1#1", due.minusSeconds(3600), due)));
        var command = claimOne();
        assertThat(command.variables()).contains("2026-11-24T10:00:00+08:00", "2026-11-24T09:00:00+08:00");
        assertThat(command.messageId()).as("each move is a message of its own").startsWith("7#1#1/");
    }

    @Test
    void startsTheProcessOfAnOrderRaisesItAndEndsIt() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new SupervisionOrdered(7, "7#1#1", 3, "7#1#1/3"));
            events.publishEvent(new SupervisionRaised(7, "7#1#1/3"));
            events.publishEvent(new SupervisionCancelled(7, "7#1#1/3"));
        });
        var ordered = sendOne();
        assertThat(ordered.kind().message()).isEqualTo("Msg_SupervisionOrdered");
        assertThat(ordered.correlationKey()).as("the step listens to it").isEqualTo("7#1#1");
        assertThat(ordered.messageId()).as("each order is a message of its own").startsWith("7#1#1/");
        assertThat(ordered.variables()).contains("\"orderId\": 3", "\"orderKey\": \"7#1#1/3\"");
        assertThat(sendOne().messageId()).as("each raising is a message of its own").startsWith("7#1#1/3/");
        assertThat(sendOne().messageId()).as("it ends once").isEqualTo("7#1#1/3");
    }

    private EngineCommand sendOne() {
        var command = claimOne();
        commands.sent(List.of(command.id()));
        return command;
    }

    @Test
    void callsTheDepartmentsOfAWhistleByTheirPartAndCode() {
        var due = Instant.parse("2026-11-24T02:00:00Z");
        transaction.executeWithoutResult(status -> events.publishEvent(new WhistleBlown(7, "7#1#1", 5, due,
                due.plusSeconds(7200), List.of(new WhistleBlown.Call(9, "housing")))));
        var command = claimOne();
        assertThat(command.variables()).contains("whistle", "housing", "2026-11-24T10:00:00+08:00",
                "2026-11-24T12:00:00+08:00");
        assertThat(command.messageId()).as("each whistle is a message of its own").startsWith("7#1#1/");
    }

    @Test
    void startsAgainOnlyWhenNoStartWaits() {
        assertThat(outbox.startAgain(7, "WZ26-000007-1", 1)).isTrue();
        assertThat(outbox.startAgain(7, "WZ26-000007-1", 1)).isFalse();
        assertThat(claimOne().kind().timeToLive()).as("never kept by the engine").isZero();
    }

    @Test
    void tellsOfAWithdrawalUnderTheKeyOfItsRun() {
        transaction.executeWithoutResult(status -> events.publishEvent(new CaseWithdrawn(7, 2)));
        var command = claimOne();
        assertThat(command.kind().message()).isEqualTo("Msg_CaseWithdrawn");
        assertThat(command.messageId()).isEqualTo("7#2").isEqualTo(command.correlationKey());
        assertThat(command.kind().timeToLive()).as("kept until the instance listens").isPositive();
    }

    @Test
    void tellsOfAWithdrawalAgainOnlyWhenNoneWaits() {
        assertThat(outbox.withdrawAgain(7, 1)).isTrue();
        assertThat(outbox.withdrawAgain(7, 1)).isFalse();
    }

    @Test
    void sendsTheStartOfAWithdrawnCaseFirst() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new CaseReported(7, "WZ26-000007-1", 1));
            events.publishEvent(new CaseWithdrawn(7, 1));
        });
        var first = claimOne();
        assertThat(first.kind()).isEqualTo(CommandKind.START_CASE);
        commands.sent(List.of(first.id()));
        assertThat(claimOne().kind()).isEqualTo(CommandKind.WITHDRAW_CASE);
    }

    @Test
    void wakesTheRelayAfterTheCommit() throws InterruptedException {
        transaction.executeWithoutResult(status -> events.publishEvent(new CaseReported(7, "WZ26-000007-1", 1)));
        var before = System.nanoTime();
        nudge.await(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    private EngineCommand claimOne() {
        return commands.claim(Lane.PROMPT, new MovableClock().instant(), Duration.ofSeconds(30), 10).getFirst();
    }

    @Configuration
    @EnableTransactionManagement
    @Import({Outbox.class, EngineCommands.class, Nudge.class, ObjectMapper.class})
    static class TestApplication {

        @Bean
        DataSource database() {
            return OutboxDatabase.fresh();
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        Clock clock() {
            return new MovableClock();
        }
    }
}
