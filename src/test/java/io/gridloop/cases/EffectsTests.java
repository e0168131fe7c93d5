package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CasesTest
class EffectsTests {

    @Autowired
    private Effects effects;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theLockOfACaseHoldsBackNobodyWhoTellsItsReporter() {
        long caseId = walk.beingHandled();
        transaction.executeWithoutResult(status -> {
            effects.lock(caseId);
            assertThat(CompletableFuture.supplyAsync(() -> tell(caseId))).succeedsWithin(Duration.ofSeconds(20))
                    .isEqualTo(1);
        });
    }

    @Test
    void theLockOfACaseHoldsBackTheNextStep() {
        long caseId = walk.beingHandled();
        transaction.executeWithoutResult(status -> {
            effects.lock(caseId);
            assertThat(CompletableFuture.supplyAsync(() -> isFree(caseId))).succeedsWithin(Duration.ofSeconds(20))
                    .isEqualTo(false);
        });
        assertThat(isFree(caseId)).isTrue();
    }

    private int tell(long caseId) {
        return jdbc.sql("insert into resident_message (case_id, occasion, at, text) values (?, 'test', now(), 'x')")
                .param(caseId).update();
    }

    private boolean isFree(long caseId) {
        return jdbc.sql("select id from grid_case where id = ? for no key update skip locked").param(caseId)
                .query(Long.class).optional().isPresent();
    }
}
