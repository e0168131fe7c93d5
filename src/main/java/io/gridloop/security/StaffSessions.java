package io.gridloop.security;

import io.gridloop.audit.AuditTrail;
import io.gridloop.territory.StaffLogin;
import io.gridloop.territory.Territory;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is logged in, in PostgreSQL: what ends a session here ends it on every instance. */
@Component
class StaffSessions {

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private record Noted(String role, String password, Instant seenAt) {

        boolean stillFits(StaffLogin person) {
            return role.equals(person.role().name()) && password.equals(digest(person));
        }
    }

    private final JdbcClient jdbc;
    private final Territory territory;
    private final AuditTrail audit;
    private final SecurityProperties settings;
    private final Clock clock;

    StaffSessions(JdbcClient jdbc, Territory territory, AuditTrail audit, SecurityProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.territory = territory;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes that somebody has logged in; the oldest sessions beyond the number allowed end. */
    @Transactional
    UUID start(String login, String address, String browser) {
        var id = UUID.randomUUID();
        var person = territory.login(login).orElseThrow();
        jdbc.sql("""
                insert into staff_session (id, login, role, password, started_at, seen_at, address, browser)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, login, person.role().name(), digest(person), now(), now(), address,
                        browser.substring(0, Math.min(200, browser.length())))
                .update();
        jdbc.sql("""
                delete from staff_session where started_at <= ? or id in
                    (select id from staff_session where login = ? order by started_at desc, id offset ?)""")
                .params(Timestamp.from(clock.instant().minus(settings.sessionLifetime())), login,
                        settings.sessionsEach())
                .update();
        audit.record(login, "login.success", login, "登录成功，来自" + address + "。");
        return id;
    }

    /** Whether a session may go on: not ended, not too old, and its person is still there with role and password. */
    @Transactional
    boolean goesOn(UUID id, String login) {
        var oldest = Timestamp.from(clock.instant().minus(settings.sessionLifetime()));
        var noted = jdbc.sql("select role, password, seen_at from staff_session where id = ? and started_at > ?")
                .params(id, oldest)
                .query((row, i) -> new Noted(row.getString("role"), row.getString("password"),
                        instant(row.getTimestamp("seen_at"))))
                .optional()
                .filter(it -> territory.login(login).filter(it::stillFits).isPresent());
        noted.filter(it -> it.seenAt().isBefore(clock.instant().minus(SEEN_EVERY))).ifPresent(
                it -> jdbc.sql("update staff_session set seen_at = ? where id = ?").params(now(), id).update());
        return noted.isPresent();
    }

    /** The sessions of a login, the latest first. */
    List<StaffSession> of(String login) {
        return jdbc.sql("""
                select id, started_at, seen_at, address, browser from staff_session
                where login = ? and started_at > ? order by started_at desc""")
                .params(login, Timestamp.from(clock.instant().minus(settings.sessionLifetime())))
                .query((row, i) -> new StaffSession(row.getObject("id", UUID.class),
                        instant(row.getTimestamp("started_at")), instant(row.getTimestamp("seen_at")),
                        row.getString("address"), row.getString("browser")))
                .list();
    }

    /** Ends a session. */
    void end(UUID id) {
        jdbc.sql("delete from staff_session where id = ?").param(id).update();
    }

    /** Ends all sessions of a login but one. */
    @Transactional
    int endOthers(String login, UUID but) {
        var ended = jdbc.sql("delete from staff_session where login = ? and id <> ?").params(login, but).update();
        audit.record(login, "session.end", login, "结束了自己在别处的%d个登录。".formatted(ended));
        return ended;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Instant instant(Timestamp stored) {
        return stored.toInstant();
    }

    private static String digest(StaffLogin person) {
        return HexFormat.of().formatHex(Digest.sha256(person.passwordHash().getBytes(StandardCharsets.UTF_8)));
    }
}
