package io.gridloop.notify;

import io.gridloop.cases.Closing;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages for the person who reported a case, shown on the receipt page. */
@Service
public class ResidentMessages {

    private static final String CLOSED = "closed";

    private final JdbcClient jdbc;
    private final Closing closing;
    private final Clock clock;

    ResidentMessages(JdbcClient jdbc, Closing closing, Clock clock) {
        this.jdbc = jdbc;
        this.closing = closing;
        this.clock = clock;
    }

    /** The messages of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<ResidentMessage> of(long caseId) {
        return jdbc.sql("select case_id, at, text from resident_message where case_id = ? order by id")
                .param(caseId)
                .query((row, i) -> new ResidentMessage(
                        row.getLong("case_id"), row.getTimestamp("at").toInstant(), row.getString("text")))
                .list();
    }

    /**
     * Tells the resident how their case ended; once, however often it is asked.
     *
     * @throws IllegalStateException while the case is open
     */
    @Transactional
    public void tellEnd(long caseId) {
        var text = closing.told(caseId)
                .orElseThrow(() -> new IllegalStateException("case " + caseId + " is not closed"));
        jdbc.sql("""
                insert into resident_message (case_id, occasion, at, text) values (?, ?, ?, ?)
                on conflict (case_id, occasion) do nothing""")
                .params(caseId, CLOSED, clock.instant().atOffset(ZoneOffset.UTC), text)
                .update();
    }
}
