package io.gridloop.webhooks;

import io.gridloop.audit.AuditTrail;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that are told. The secret of each signs what goes there, so it cannot be stored as a digest. */
@Component
class Webhooks {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Webhooks(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, those in force first, then the youngest. */
    List<Webhook> all() {
        return jdbc.sql("""
                select w.*, count(n.case_number) waiting, min(n.problem) problem
                  from webhook w left join webhook_news n on n.webhook_id = w.id and n.taken < n.version
                 group by w.id order by w.ended_at is not null, w.id desc""").query(Webhooks::webhook).list();
    }

    /** Creates one and returns its secret, {@code whsec_} and Base64; nobody can read it again later. */
    @Transactional
    String create(long keyId, String client, String url, String byLogin) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Signature.PREFIX + Base64.getEncoder().encodeToString(bytes);
        var id = jdbc.sql("""
                insert into webhook (key_id, client, url, secret, created_by, created_at)
                values (?, ?, ?, ?, ?, ?) returning id""")
                .params(keyId, client, url, secret, byLogin, now()).query(Long.class).single();
        audit.record(byLogin, "webhook.create", subject(id), "新建推送地址%s。".formatted(url));
        return secret;
    }

    /** Ends one for ever, and forgets what it was not told; what is not in force stays, and the answer is false. */
    @Transactional
    boolean end(long id, String byLogin, String why) {
        var url = jdbc.sql("update webhook set ended_at = ? where id = ? and ended_at is null returning url")
                .params(now(), id).query(String.class).optional();
        url.ifPresent(it -> {
            jdbc.sql("delete from webhook_news where webhook_id = ?").param(id).update();
            audit.record(byLogin, "webhook.end", subject(id), "停用推送地址%s：%s".formatted(it, why));
        });
        return url.isPresent();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String subject(long id) {
        return "webhook-" + id;
    }

    private static Webhook webhook(ResultSet row, int index) throws SQLException {
        return new Webhook(row.getLong("id"), row.getLong("key_id"), row.getString("url"),
                row.getString("created_by"), row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("ended_at")), instant(row.getTimestamp("heard_at")), row.getInt("waiting"),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
