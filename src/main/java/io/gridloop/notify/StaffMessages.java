package io.gridloop.notify;

import io.gridloop.cases.PlainText;
import io.gridloop.cases.StaffNotice;
import io.gridloop.territory.Reaches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages for staff. Who stands in for somebody today reads theirs too; each reader has read for themselves. */
@Service
public class StaffMessages {

    private static final int LONGEST = 300;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String MINE = " where m.login = any (:logins)";
    private static final String UNREAD = " and not (:me = any (m.read_by))";

    private final JdbcClient jdbc;
    private final Reaches reaches;
    private final Clock clock;

    StaffMessages(JdbcClient jdbc, Reaches reaches, Clock clock) {
        this.jdbc = jdbc;
        this.reaches = reaches;
        this.clock = clock;
    }

    /** Keeps the notice; the same one of a case is kept once. Without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StaffNotice notice) {
        jdbc.sql("""
                insert into staff_message (case_id, login, occasion, at, text) values (?, ?, ?, ?, ?)
                on conflict (case_id, login, occasion) do nothing""")
                .params(notice.caseId(), notice.login(), notice.occasion(), now(), cut(notice.text())).update();
    }

    /** What somebody was told, newest first. The page's own order is ignored. */
    @Transactional(readOnly = true)
    public Page<StaffMessage> list(String login, Pageable page) {
        long total = mine("select count(*) from staff_message m" + MINE, login).query(Long.class).single();
        var rows = mine("""
                select (select c.case_number from grid_case c where c.id = m.case_id) as case_number, m.at, m.text,
                       m.login <> :me as stand_in, not (:me = any (m.read_by)) as unread
                from staff_message m"""
                + MINE + " order by m.id desc limit :most offset :from", login)
                .param("me", login).param("most", page.getPageSize()).param("from", page.getOffset())
                .query((row, i) -> message(row)).list();
        return new PageImpl<>(rows, page, total);
    }

    /** How many of them the reader has not read. */
    @Transactional(readOnly = true)
    public long unread(String login) {
        return mine("select count(*) from staff_message m" + MINE + UNREAD, login).param("me", login).query(Long.class)
                .single();
    }

    /** The reader has read all of them. */
    @Transactional
    public void markAllRead(String login) {
        mine("update staff_message m set read_by = array_append(m.read_by, cast(:me as varchar))"
                + MINE + UNREAD, login).param("me", login).update();
    }

    /** Old messages go; the history of the case keeps what happened. */
    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT10M")
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from staff_message where at < ?").param(now().minus(KEPT)).update();
    }

    private JdbcClient.StatementSpec mine(String sql, String login) {
        var logins = reaches.of(login).logins();
        return jdbc.sql(sql).param("logins", logins.toArray(String[]::new));
    }

    private static StaffMessage message(ResultSet row) throws SQLException {
        return new StaffMessage(row.getString("case_number"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("text"), row.getBoolean("stand_in"), row.getBoolean("unread"));
    }

    private static String cut(String text) {
        return PlainText.cut(text, LONGEST - 1);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
