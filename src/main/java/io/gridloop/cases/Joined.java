package io.gridloop.cases;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who joined which case, known by their receipt codes alone. */
@Component
class Joined {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Clock clock;

    Joined(JdbcClient jdbc, Cases cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /** Keeps a join and returns its receipt code; a submission joins once, and what it said last counts. */
    String store(long caseId, String submissionKey) {
        return jdbc.sql("""
                insert into case_joined (case_id, receipt_code, submission_key, joined_at) values (?, ?, ?, ?)
                on conflict (submission_key) do update set case_id = excluded.case_id returning receipt_code""")
                .params(caseId, ReceiptCode.next(), submissionKey, clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class).single();
    }

    /** The receipt code of a submission that has joined this case before. */
    Optional<String> code(long caseId, String submissionKey) {
        return jdbc.sql("select receipt_code from case_joined where case_id = ? and submission_key = ?")
                .params(caseId, submissionKey).query(String.class).optional();
    }

    /** How many joined a case. */
    int count(long caseId) {
        return jdbc.sql("select count(*) from case_joined where case_id = ?").param(caseId).query(Integer.class)
                .single();
    }

    /** The case that somebody joined; blanks, dashes and case of letters in the code do not matter. */
    Optional<Case> caseOf(String receiptCode) {
        return jdbc.sql("select case_id from case_joined where receipt_code = ?")
                .param(ReceiptCode.tidy(receiptCode)).query(Long.class).optional().flatMap(cases::findById);
    }
}
