package io.gridloop.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of how staff want to be told. */
@Repository
class StaffChoices {

    private final JdbcClient jdbc;

    StaffChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody chose; {@link Choices#USUAL} when nothing. */
    Choices of(String login) {
        return jdbc.sql("select wanted, quiet_from, quiet_to from staff_choice where login = ?").param(login)
                .query((row, i) -> choices(row)).optional().orElse(Choices.USUAL);
    }

    /** Replaces what they chose before. */
    void keep(String login, Choices choices) {
        jdbc.sql("""
                insert into staff_choice (login, wanted, quiet_from, quiet_to) values (:login, :wanted, :from, :to)
                on conflict (login) do update
                set wanted = excluded.wanted, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to""")
                .param("login", login).param("wanted", choices.wanted().stream().sorted().toArray(String[]::new))
                .param("from", choices.quiet().from()).param("to", choices.quiet().to()).update();
    }

    private static Choices choices(ResultSet row) throws SQLException {
        return new Choices(Set.of((String[]) row.getArray("wanted").getArray()),
                new QuietHours(row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class)));
    }
}
