package io.gridloop.cases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who had a task of a case. */
@Component
class CaseParties {

    private final JdbcClient jdbc;

    CaseParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long caseId, String login) {
        jdbc.sql("insert into case_party (case_id, login) values (?, ?) on conflict do nothing")
                .params(caseId, login)
                .update();
    }
}
