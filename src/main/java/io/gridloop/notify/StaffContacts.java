package io.gridloop.notify;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of addresses and numbers of staff. */
@Repository
class StaffContacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody said of themselves; {@link Contact#NONE} when nothing. */
    Contact of(String login) {
        return jdbc.sql("select mail, mobile from staff_contact where login = ?").param(login)
                .query((row, i) -> new Contact(row.getString("mail"), row.getString("mobile"))).optional()
                .orElse(Contact.NONE);
    }

    /** Everybody who gave an address or a number. */
    List<String> logins() {
        return jdbc.sql("select login from staff_contact where mail is not null or mobile is not null order by login")
                .query(String.class).list();
    }

    /** Replaces what they said before. */
    void keep(String login, Contact contact) {
        jdbc.sql("""
                insert into staff_contact (login, mail, mobile, changed_at) values (:login, :mail, :mobile, :now)
                on conflict (login) do update
                set mail = excluded.mail, mobile = excluded.mobile, changed_at = excluded.changed_at""")
                .param("login", login).param("mail", contact.mail()).param("mobile", contact.mobile())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
