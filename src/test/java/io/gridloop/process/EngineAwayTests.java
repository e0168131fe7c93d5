package io.gridloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** gridloop starts and takes reports while no engine answers. */
@SpringBootTest(properties = {
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@Import(PostgresForTests.class)
class EngineAwayTests {

    @Autowired
    Reporting reporting;

    @Autowired
    HealthEndpoint health;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void keepsTheStartOfAReportedCaseInTheOutbox() {
        var receipt = reporting.accept(new Report("engine-away", SourceChannel.RESIDENT_WEB, null, null, null, "路面有积水",
                null, null, null, null, null, null, null, null, clock.instant()));
        assertThat(jdbc.sql("select correlation_key from engine_command where case_id = ?")
                .param(receipt.caseId()).query(String.class).list()).containsExactly(receipt.caseId() + "#1");
    }

    @Test
    void staysReadyAndSaysWhatIsMissing() {
        assertThat(health.healthForPath("readiness").getStatus()).isIn(Status.UP, new Status("DEGRADED"));
        assertThat(health.healthForPath("models").getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(health.healthForPath("camunda").getStatus()).isEqualTo(Status.DOWN);
        assertThat(((CompositeHealth) health.health()).getComponents()).containsKeys("outbox", "models", "camunda");
    }
}
