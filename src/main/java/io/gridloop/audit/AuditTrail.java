package io.gridloop.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The audit trail. An entry is written in the transaction of what it tells of: both are there or neither.
 */
@Service
public class AuditTrail {

    /** The actor when gridloop itself acts. */
    public static final String SYSTEM = "system";

    // Any number, as long as no other part takes an advisory lock with it.
    private static final long CHAIN = 7_010_001;
    static final String SELECT = "select id, at, actor, action, subject, detail, previous_hash, hash from audit_entry ";
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes an entry. Writers come one after the other until their transactions end, so call it last.
     *
     * @param actor login of who did it, or {@link #SYSTEM}
     * @param action dotted English code, for example {@code territory.transfer}; at most 60 characters
     * @param subject what it is about: a case number, a login, the code of a grid; at most 200 characters
     * @param detail one Chinese sentence without phone and identity numbers; longer than 2000 characters it is cut
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String actor, String action, String subject, String detail) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(CHAIN).query((row, i) -> true).single();
        var last = last();
        var id = last.map(AuditEntry::id).orElse(0L) + 1;
        var before = last.map(AuditEntry::hash).orElse(AuditEntry.NOTHING_BEFORE);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var text = cut(detail);
        store(new AuditEntry(id, at, actor, action, subject, text, before,
                Hash.of(id, at, actor, action, subject, text, before)));
    }

    /** Reads the whole trail and finds the first entry that is not as it was written. */
    @Transactional(readOnly = true)
    public ChainState verify() {
        var entries = 0L;
        var hash = AuditEntry.NOTHING_BEFORE;
        for (var page = after(entries); !page.isEmpty(); page = after(entries)) {
            for (var entry : page) {
                if (!entry.follows(entries, hash)) {
                    return new ChainState(entries, entries + 1, hash);
                }
                entries++;
                hash = entry.hash();
            }
        }
        return new ChainState(entries, null, hash);
    }

    // Half of a character of two halves is no text for PostgreSQL.
    private static String cut(String detail) {
        int end = Math.min(LONGEST, detail.length());
        boolean halved = end < detail.length() && Character.isHighSurrogate(detail.charAt(end - 1));
        return detail.substring(0, halved ? end - 1 : end);
    }

    private List<AuditEntry> after(long id) {
        return jdbc.sql(SELECT + "where id > ? order by id limit 1000").param(id).query(AuditTrail::entry).list();
    }

    private Optional<AuditEntry> last() {
        return jdbc.sql(SELECT + "order by id desc limit 1").query(AuditTrail::entry).optional();
    }

    private void store(AuditEntry entry) {
        jdbc.sql("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(entry.id(), Timestamp.from(entry.at()), entry.actor(), entry.action(), entry.subject(),
                        entry.detail(), entry.previousHash(), entry.hash())
                .update();
    }

    static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(row.getLong("id"), instant(row), row.getString("actor"), row.getString("action"),
                row.getString("subject"), row.getString("detail"), row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }
}
