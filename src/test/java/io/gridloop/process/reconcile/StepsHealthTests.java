package io.gridloop.process.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.process.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = {"gridloop.territory.sample=true", "gridloop.process.relay.enabled=false",
        "gridloop.process.reconciler.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@Import({PostgresForTests.class, CaseWalk.class})
class StepsHealthTests {

    @Autowired
    CaseWalk walk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void isDegradedOnceACaseHasWaitedTooLongForAWorker() {
        var health = new StepsHealth(jdbc, Settings.with(Map.of("gridloop.process.reconciler.idle-after", "1h")), clock,
                new SimpleMeterRegistry());
        jdbc.sql("update grid_case set moved_at = now()").update();
        long caseId = walk.beingHandled();
        jdbc.sql("update case_task set state = 'CLOSED', closed_at = now() where case_id = ?").param(caseId).update();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        jdbc.sql("update grid_case set moved_at = now() - interval '2 hours' where id = ?").param(caseId).update();
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        jdbc.sql("update case_task set state = 'OPEN', closed_at = null where case_id = ?").param(caseId).update();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }
}
