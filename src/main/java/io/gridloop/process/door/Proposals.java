package io.gridloop.process.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All proposals. */
@Repository
class Proposals {

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(Proposal.Kind kind, String by, String note, String baseHash, String setHash) {
        return jdbc.sql("""
                insert into model_proposal (kind, state, proposed_by, proposed_at, note, base_hash, set_hash)
                values (?, 'PENDING', ?, ?, ?, ?, ?) returning id""")
                .params(kind.name(), by, now(), note, baseHash, setHash).query(Long.class).single();
    }

    Optional<Proposal> find(long id) {
        return jdbc.sql("select * from model_proposal where id = ?").param(id).query(Proposals::row).optional();
    }

    /** The proposal, which nobody else changes until this transaction ends. */
    Optional<Proposal> lock(long id) {
        return jdbc.sql("select * from model_proposal where id = ? for update").param(id).query(Proposals::row)
                .optional();
    }

    List<Proposal> in(Proposal.State state) {
        return jdbc.sql("select * from model_proposal where state = ? order by id desc").param(state.name())
                .query(Proposals::row).list();
    }

    /** Newest first. */
    List<Proposal> page(int number, int size) {
        return jdbc.sql("select * from model_proposal order by id desc limit ? offset ?")
                .params(size, (long) number * size).query(Proposals::row).list();
    }

    void decide(long id, Proposal.State state, String by, @Nullable String reason) {
        jdbc.sql("""
                update model_proposal set state = ?, decided_by = ?, decided_at = ?, reason = ? where id = ?""")
                .params(state.name(), by, now(), reason, id).update();
    }

    void rebase(long id, String baseHash, String setHash) {
        jdbc.sql("update model_proposal set base_hash = ?, set_hash = ? where id = ?").params(baseHash, setHash, id)
                .update();
    }

    /** The approved ones of a set are deployed now; of the present set all, also those that it was built upon. */
    List<Long> deployed(String setHash) {
        return jdbc.sql("""
                update model_proposal set state = 'DEPLOYED', deployed_at = :now where state = 'APPROVED'
                and (set_hash = :hash or exists (select from model_present where set_hash = :hash)) returning id""")
                .param("now", now()).param("hash", setHash).query(Long.class).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Proposal row(ResultSet row, int number) throws SQLException {
        return new Proposal(row.getLong("id"), Proposal.Kind.valueOf(row.getString("kind")),
                Proposal.State.valueOf(row.getString("state")), row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(), row.getString("note"), row.getString("base_hash"),
                row.getString("set_hash"), row.getString("decided_by"), instant(row.getTimestamp("decided_at")),
                row.getString("reason"), instant(row.getTimestamp("deployed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
