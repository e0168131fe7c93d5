package io.gridloop.cases;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases by the secret code of their reporter, to be changed at the reporter's word. */
@Component
class Receipts {

    private final JdbcClient jdbc;
    private final Effects effects;

    Receipts(JdbcClient jdbc, Effects effects) {
        this.jdbc = jdbc;
        this.effects = effects;
    }

    /** The case that a code opens, locked until the transaction ends; blanks, dashes and case do not matter. */
    Optional<Case> lock(String receiptCode) {
        return jdbc.sql("select id from grid_case where receipt_code = ?").param(ReceiptCode.tidy(receiptCode))
                .query(Long.class).optional().map(effects::lock);
    }
}
