package io.gridloop.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of messages that leave gridloop: those that wait, and what became of the others. */
@Repository
class Deliveries {

    // All that is due for the recipient who waits longest. Two instances never take the same: the row of the head is
    // locked, and what the other took meanwhile is no longer due when it is looked at again under the lock.
    private static final String CLAIM = """
            with head as materialized (
                select d.recipient from delivery d
                where d.channel = :channel and d.state = 'WAITING' and d.next_at <= :now
                  and not exists (select 1 from delivery e
                                  where e.channel = d.channel and e.recipient = d.recipient and e.state = 'WAITING'
                                    and e.next_at <= :now and e.id < d.id)
                order by d.id limit 1 for update skip locked)
            update delivery d set next_at = :leased from head
            where d.channel = :channel and d.recipient = head.recipient and d.state = 'WAITING' and d.next_at <= :now
            returning d.*""";

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a message to send from {@code nextAt} on; the same recipient gets one of a matter and occasion. */
    void add(Notice notice, Channel channel, String recipient, String todo, Instant now, Instant nextAt) {
        jdbc.sql("""
                insert into delivery (matter, case_id, occasion, login, channel, recipient, about, todo, details, path,
                                      urgent, created_at, next_at)
                values (:matter, :caseId, :occasion, :login, :channel, :recipient, :about, :todo, :details, :path,
                        :urgent, :now, :next)
                on conflict (matter, occasion, recipient, channel) do nothing""")
                .param("matter", notice.matter()).param("caseId", notice.caseId())
                .param("occasion", notice.occasion()).param("login", notice.login()).param("channel", channel.name())
                .param("recipient", recipient).param("about", notice.about()).param("todo", todo)
                .param("details", notice.details()).param("path", notice.path())
                .param("urgent", notice.urgent()).param("now", utc(now)).param("next", utc(nextAt)).update();
    }

    /** Takes all that is due for one recipient, the oldest first; until {@code now + lease} nobody else takes it. */
    List<Delivery> claim(Channel channel, Instant now, Duration lease) {
        return jdbc.sql(CLAIM).param("channel", channel.name()).param("now", utc(now))
                .param("leased", utc(now.plus(lease))).query((row, i) -> delivery(row)).list().stream()
                .sorted(Comparator.comparing(Delivery::id)).toList();
    }

    /** They wait, without having been tried. */
    void hold(List<Delivery> bundle, Instant nextAt) {
        jdbc.sql("update delivery set next_at = :next where id in (:ids) and state = 'WAITING'")
                .param("next", utc(nextAt)).param("ids", ids(bundle)).update();
    }

    void sent(List<Delivery> bundle, Instant now) {
        jdbc.sql("update delivery set state = 'SENT', ended_at = :now, last_error = null where id in (:ids)")
                .param("now", utc(now)).param("ids", ids(bundle)).update();
    }

    void postpone(Delivery it, Instant nextAt, String problem) {
        jdbc.sql("update delivery set attempts = attempts + 1, next_at = ?, last_error = ?"
                + " where id = ? and state = 'WAITING'")
                .params(utc(nextAt), problem, it.id()).update();
    }

    void fail(Delivery it, Instant now, String problem) {
        jdbc.sql("""
                update delivery set state = 'FAILED', attempts = attempts + 1, ended_at = ?, last_error = ?
                where id = ?""").params(utc(now), problem, it.id()).update();
    }

    /** Failed ones wait again as if they had never been tried; one of them, or with 0 all. Returns how many. */
    int retry(long id, Instant now) {
        return jdbc.sql("""
                update delivery set state = 'WAITING', attempts = 0, ended_at = null, next_at = :now
                where state = 'FAILED' and (:id = 0 or id = :id)""")
                .param("now", utc(now)).param("id", id).update();
    }

    /** Nobody needs to be told any more of what waits under this occasion of a case. */
    void forget(long caseId, List<String> occasions) {
        jdbc.sql("delete from delivery where case_id = :caseId and occasion in (:occasions) and state = 'WAITING'")
                .param("caseId", caseId).param("occasions", occasions).update();
    }

    /** What ended before then goes. */
    void forgetEnded(Instant before) {
        jdbc.sql("delete from delivery where ended_at < ?").param(utc(before)).update();
    }

    long count(String state) {
        return jdbc.sql("select count(*) from delivery where state = ?").param(state).query(Long.class).single();
    }

    /** Those that failed for good, the last first. The page's own order is ignored. */
    Page<Delivery> failed(Pageable page) {
        var rows = jdbc.sql("""
                select * from delivery where state = 'FAILED' order by ended_at desc, id desc limit ? offset ?""")
                .params(page.getPageSize(), page.getOffset()).query((row, i) -> delivery(row)).list();
        return new PageImpl<>(rows, page, count("FAILED"));
    }

    private static List<Long> ids(List<Delivery> bundle) {
        return bundle.stream().map(Delivery::id).toList();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getLong("id"), row.getObject("case_id", Long.class), row.getString("login"),
                Channel.valueOf(row.getString("channel")), row.getString("recipient"), row.getString("about"),
                row.getString("todo"), row.getString("details"), row.getString("path"),
                row.getBoolean("urgent"), row.getInt("attempts"),
                row.getString("last_error"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
