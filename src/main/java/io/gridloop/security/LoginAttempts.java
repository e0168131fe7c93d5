package io.gridloop.security;

import io.gridloop.audit.AuditTrail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts log-ins that failed, in PostgreSQL, so that all instances share the count. After ten in a row a login is
 * closed for 15 minutes after the last of them.
 */
@Component
class LoginAttempts {

    static final int ALLOWED = 10;
    static final Duration CLOSED_FOR = Duration.ofMinutes(15);

    // One statement, so that guesses that arrive together are all counted. A closed login does not stay closed longer
    // because somebody keeps trying.
    private static final String COUNT = """
            insert into login_attempt as known (login, tries, last_try_at) values (:login, 1, :now)
            on conflict (login) do update set
                tries = case when known.last_try_at <= :forgotten then 1 else least(known.tries, :allowed) + 1 end,
                last_try_at = case when known.last_try_at > :forgotten and known.tries >= :allowed
                    then known.last_try_at else :now end
            returning tries""";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    LoginAttempts(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Counts a try before its password is looked at, and says whether it may be looked at. */
    boolean allow(String login) {
        var now = clock.instant();
        forgetOld(now);
        return jdbc.sql(COUNT).param("login", login).param("now", at(now)).param("forgotten", at(now.minus(CLOSED_FOR)))
                .param("allowed", ALLOWED).query(Integer.class).single() <= ALLOWED;
    }

    /** Starts from zero after a log-in that worked. */
    void forget(String login) {
        jdbc.sql("delete from login_attempt where login = ?").param(login).update();
    }

    /** Notes in the audit trail when a try that failed was the last allowed one. */
    @Transactional
    void failed(String login, String address) {
        if (closed().stream().noneMatch(closed -> closed.login().equals(login) && closed.tries() == ALLOWED)) {
            return;
        }
        audit.record(AuditTrail.SYSTEM, "login.locked", login, "连续输错%d次密码，暂停登录%d分钟；最后一次来自%s。"
                .formatted(ALLOWED, CLOSED_FOR.toMinutes(), address));
    }

    /** Notes in the audit trail that nobody can log in from a client address for a while. */
    @Transactional
    void addressClosed(String address) {
        audit.record(AuditTrail.SYSTEM, "login.address.locked", address, "该地址登录失败次数过多，暂停从这里登录。");
    }

    /** The logins that are closed now, those closed last first. */
    List<ClosedLogin> closed() {
        return jdbc.sql("""
                select login, tries, last_try_at from login_attempt where tries >= ? and last_try_at > ?
                order by last_try_at desc, login""").params(ALLOWED, at(clock.instant().minus(CLOSED_FOR)))
                .query((row, i) -> new ClosedLogin(row.getString("login"), row.getInt("tries"),
                        row.getTimestamp("last_try_at").toInstant().plus(CLOSED_FOR)))
                .list();
    }

    /** Opens a closed login again. */
    @Transactional
    void open(String login, String byLogin) {
        forget(login);
        audit.record(byLogin, "login.unlocked", login, "解除了暂停登录。");
    }

    // Anybody can try logins that do not exist: the table must not keep them for ever.
    private void forgetOld(Instant now) {
        jdbc.sql("""
                delete from login_attempt where login in
                    (select login from login_attempt where last_try_at <= ? for update skip locked)""")
                .param(at(now.minus(CLOSED_FOR))).update();
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
