package io.gridloop.cases;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last word of the reporter on each closing of a case. */
@Repository
class Ratings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Ratings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void store(Case it, Rating rating) {
        jdbc.sql("""
                insert into case_rating (case_id, closing, grade, reason, text, at)
                values (:caseId, :closing, :grade, :reason, :text, :at)
                on conflict (case_id, closing) do update
                set grade = excluded.grade, reason = excluded.reason, text = excluded.text, at = excluded.at""")
                .param("caseId", it.id()).param("closing", it.closing()).param("grade", rating.grade().name())
                .param("reason", rating.reason() == null ? null : rating.reason().name()).param("text", rating.text())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** What was said of the present closing. */
    Optional<Rating> find(Case it) {
        return jdbc.sql("select grade, reason, text from case_rating where case_id = ? and closing = ?")
                .params(it.id(), it.closing())
                .query((row, i) -> new Rating(Rating.Grade.valueOf(row.getString(1)),
                        row.getString(2) == null ? null : Rating.Reason.valueOf(row.getString(2)), row.getString(3)))
                .optional();
    }
}
