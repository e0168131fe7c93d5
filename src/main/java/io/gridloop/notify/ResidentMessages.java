package io.gridloop.notify;

import io.gridloop.cases.CaseClosed;
import io.gridloop.cases.CaseReopened;
import io.gridloop.cases.Closing;
import io.gridloop.cases.Ending;
import io.gridloop.cases.Merged;
import io.gridloop.cases.Resolution;
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
    private final Merged merged;
    private final Clock clock;

    ResidentMessages(JdbcClient jdbc, Closing closing, Merged merged, Clock clock) {
        this.jdbc = jdbc;
        this.closing = closing;
        this.merged = merged;
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
     * Reporters of merged cases are told of the end of the original, once for each of its ends; a duplicate that comes
     * after it is told at once, next to its own end.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseClosed event) {
        if (event.resolution() == Resolution.DUPLICATE) {
            tellEnd(event.caseId());
        }
        merged.endings(event.caseId()).forEach(it -> tell(it.caseId(),
                "original#%d#%d".formatted(it.originalId(), it.closing()), it.text()));
    }

    /**
     * Tells the resident how their case ended last; once for each end, however often it is asked. Of a part of a split
     * case nobody is told.
     *
     * @throws IllegalStateException before the case was closed
     */
    @Transactional
    public void tellEnd(long caseId) {
        var ending = closing.told(caseId)
                .orElseThrow(() -> new IllegalStateException("case " + caseId + " is not closed"));
        if (ending.concernsReporter()) {
            tell(caseId, occasion(ending), ending.text());
        }
    }

    private void tell(long caseId, String occasion, String text) {
        jdbc.sql("""
                insert into resident_message (case_id, occasion, at, text) values (?, ?, ?, ?)
                on conflict (case_id, occasion) do nothing""")
                .params(caseId, occasion, clock.instant().atOffset(ZoneOffset.UTC), text)
                .update();
    }

    private static String occasion(Ending ending) {
        return ending.closing() == 1 ? "closed" : "closed#" + ending.closing();
    }
}
