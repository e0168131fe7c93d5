package io.gridloop.notify;

import io.gridloop.cases.CaseReopened;
import io.gridloop.cases.Closing;
import io.gridloop.cases.Ending;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages for the person who reported a case, shown on the receipt page. */
@Service
public class ResidentMessages {

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

    /** The end of a case is told before the case begins anew. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseReopened event) {
        tellEnd(event.caseId());
    }

    /**
     * Tells the resident how their case ended last; once for each end, however often it is asked.
     *
     * @throws IllegalStateException before the case was closed
     */
    @Transactional
    public void tellEnd(long caseId) {
        var ending = closing.told(caseId)
                .orElseThrow(() -> new IllegalStateException("case " + caseId + " is not closed"));
        jdbc.sql("""
                insert into resident_message (case_id, occasion, at, text) values (?, ?, ?, ?)
                on conflict (case_id, occasion) do nothing""")
                .params(caseId, occasion(ending), clock.instant().atOffset(ZoneOffset.UTC), ending.text())
                .update();
    }

    private static String occasion(Ending ending) {
        return ending.closing() == 1 ? "closed" : "closed#" + ending.closing();
    }
}
