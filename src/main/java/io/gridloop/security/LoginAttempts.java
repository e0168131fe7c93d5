package io.gridloop.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
    private final Clock clock;

    LoginAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
