package io.gridloop.webhooks;

import io.gridloop.cases.CaseTold;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is still to be told. A case and an address have one line: what happens before it was told is told together, and
 * what happens while it is being told makes it due again.
 */
@Component
class News {

    /** Longer than an attempt can take, so that a second instance does not send what is still in flight. */
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int LONGEST_PROBLEM = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    News(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the transaction of what happened: both are there or neither. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseTold event) {
        jdbc.sql("""
                insert into webhook_news (webhook_id, case_number, due_at)
                select id, ?, ? from webhook where client = ? and ended_at is null
                on conflict (webhook_id, case_number) do update
                set version = webhook_news.version + 1, attempts = 0, due_at = excluded.due_at, problem = null""")
                .params(event.caseNumber(), Timestamp.from(clock.instant()), event.client()).update();
    }

    /** Takes what is due for one attempt; others do not get it meanwhile. */
    @Transactional
    List<Due> claim(int most) {
        var now = clock.instant();
        return jdbc.sql("""
                with due as (
                  select webhook_id, case_number from webhook_news where due_at <= ?
                   order by due_at limit ? for update skip locked)
                update webhook_news n set due_at = ?, attempts = n.attempts + 1
                  from due, webhook w
                 where n.webhook_id = due.webhook_id and n.case_number = due.case_number and w.id = n.webhook_id
                returning n.*, w.key_id, w.client, w.url, w.secret""")
                .params(Timestamp.from(now), most, Timestamp.from(now.plus(LEASE))).query(Due::of).list();
    }

    /** It was told; due no more, unless something happened meanwhile. */
    @Transactional
    void told(Due it) {
        jdbc.sql("""
                update webhook_news set taken = ?, problem = null, due_at = case when version = ? then null else due_at end
                 where webhook_id = ? and case_number = ?""")
                .params(it.version(), it.version(), it.webhookId(), it.caseNumber()).update();
        jdbc.sql("update webhook set heard_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), it.webhookId()).update();
    }

    /**
     * It was not told; it is tried again after a pause, or never until something new happens to the case. What happened
     * meanwhile is due anyway.
     */
    void failed(Due it, @Nullable Duration pause, String problem) {
        var next = pause == null ? null : Timestamp.from(clock.instant().plus(pause));
        jdbc.sql("""
                update webhook_news set due_at = ?, problem = ?
                 where webhook_id = ? and case_number = ? and version = ?""")
                .params(next, problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)), it.webhookId(),
                        it.caseNumber(), it.version())
                .update();
    }
}
