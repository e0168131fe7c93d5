package io.gridloop.cases;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reporters answered to the questions of their category; kept with the case and never changed. */
@Component
class CaseAnswers {

    private final JdbcClient jdbc;

    CaseAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the answers of a report, once for each case. */
    void keep(long caseId, List<ReportAnswer> answers) {
        answers.forEach(it -> jdbc.sql("insert into case_answer (case_id, code, question, answer) values (?, ?, ?, ?)")
                .params(caseId, it.code(), it.question(), it.answer()).update());
    }

    /** The answers of a case in the order of the questions, phone and identity numbers masked. */
    List<ReportAnswer> of(long caseId) {
        return jdbc.sql("select code, question, answer from case_answer where case_id = ? order by id").param(caseId)
                .query((row, number) -> new ReportAnswer(row.getString("code"), row.getString("question"),
                        Masking.mask(row.getString("answer"))))
                .list();
    }
}
