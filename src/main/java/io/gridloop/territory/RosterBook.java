package io.gridloop.territory;

import static java.util.stream.Collectors.toMap;

import io.gridloop.territory.Moves.DepartmentEntry;
import io.gridloop.territory.Moves.NameMove;
import io.gridloop.territory.Moves.PostMove;
import io.gridloop.territory.Moves.SeatMove;
import io.gridloop.territory.Moves.StandInEntry;
import io.gridloop.territory.Moves.StandInMove;
import io.gridloop.territory.Roster.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the roster from PostgreSQL and writes what a change does to it. */
@Component
class RosterBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    RosterBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Roster read() {
        return new Roster(
                jdbc.sql("select * from staff where left_at is null").query(RosterBook::member).list().stream()
                        .collect(toMap(Member::login, it -> it)),
                jdbc.sql("select grid_code, post, login from post_holder").query(RosterBook::post).list().stream()
                        .collect(toMap(it -> new PostHolder.Key(it.grid(), it.post()),
                                it -> Objects.requireNonNull(it.to()))),
                jdbc.sql("select * from stand_in where ended_at is null and to_day >= ?").param(LocalDate.now(clock))
                        .query(RosterBook::standIn).list().stream().collect(toMap(StandInEntry::id, it -> it)),
                jdbc.sql("select * from department").query(RosterBook::department).list().stream()
                        .collect(toMap(Moves.DepartmentMove::code, Moves.DepartmentMove::to)));
    }

    long freshStandInId() {
        return jdbc.sql("select nextval('stand_in_seq')").query(Long.class).single();
    }

    /** @param passwordHash for those who are new; those who come back keep theirs */
    void write(Moves moves, @Nullable String passwordHash) {
        moves.departments().forEach(this::write);
        moves.seats().forEach(move -> write(move, passwordHash));
        moves.names().forEach(this::write);
        moves.posts().forEach(this::write);
        moves.standIns().forEach(this::write);
    }

    private void write(Moves.DepartmentMove move) {
        jdbc.sql("update department set name = ?, duties = ?, successor = ? where code = ?")
                .params(move.to().name(), move.to().duties(), move.to().successor(), move.code()).update();
    }

    private void write(SeatMove move, @Nullable String passwordHash) {
        if (move.to() == null) {
            jdbc.sql("update staff set left_at = ? where login = ?").params(now(), move.login()).update();
        } else if (update(move.login(), move.to()) == 0) {
            insert(move, move.to(), Objects.requireNonNull(passwordHash));
        }
        noteAssignment(move.login(), move.to());
    }

    private int update(String login, Seat seat) {
        return jdbc.sql("""
                update staff set role = ?, grid_code = ?, department_code = ?, community_code = ?, street_code = ?,
                    left_at = null where login = ?""")
                .params(seat.role().name(), seat.grid(), seat.department(), seat.community(), seat.street(), login)
                .update();
    }

    private void insert(SeatMove move, Seat seat, String passwordHash) {
        jdbc.sql("""
                insert into staff (login, name, role, grid_code, department_code, community_code, street_code,
                    password_hash) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(move.login(), move.name(), seat.role().name(), seat.grid(), seat.department(),
                        seat.community(), seat.street(), passwordHash)
                .update();
    }

    /** Ends the present assignment of somebody and begins the next one, if they have a place. */
    private void noteAssignment(String login, @Nullable Seat to) {
        jdbc.sql("update assignment set to_at = ? where login = ? and to_at is null").params(now(), login).update();
        if (to != null) {
            jdbc.sql("""
                    insert into assignment (login, name, role, grid_code, department_code, community_code, street_code,
                        from_at)
                    select login, name, role, grid_code, department_code, community_code, street_code, ?
                    from staff where login = ?""")
                    .params(now(), login).update();
        }
    }

    /** Everybody without an assignment has their place from now on; for a county that was just loaded. */
    void noteFirstAssignments() {
        jdbc.sql("""
                insert into assignment (login, name, role, grid_code, department_code, community_code, street_code,
                    from_at)
                select login, name, role, grid_code, department_code, community_code, street_code, ?
                from staff where left_at is null and login not in (select login from assignment)""")
                .param(now()).update();
    }

    private void write(NameMove move) {
        jdbc.sql("update staff set name = ? where login = ?").params(move.to(), move.login()).update();
    }

    private void write(PostMove move) {
        jdbc.sql("delete from post_holder where grid_code = ? and post = ?").params(move.grid(), move.post().name())
                .update();
        if (move.to() != null) {
            jdbc.sql("insert into post_holder (grid_code, post, login) values (?, ?, ?)")
                    .params(move.grid(), move.post().name(), move.to()).update();
        }
    }

    private void write(StandInMove move) {
        var entry = move.entry();
        if (!move.begins()) {
            jdbc.sql("update stand_in set ended_at = ? where id = ?").params(now(), entry.id()).update();
        } else {
            jdbc.sql("""
                    insert into stand_in (id, absent, stand_in, from_day, to_day, reason, begin_told)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set ended_at = null""")
                    .params(entry.id(), entry.absent(), entry.standIn(), entry.from(), entry.to(), entry.reason(),
                            !entry.from().isAfter(LocalDate.now(clock)))
                    .update();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Member member(ResultSet row, int i) throws SQLException {
        return new Member(row.getString("login"), row.getString("name"), seat(row));
    }

    static Seat seat(ResultSet row) throws SQLException {
        return new Seat(StaffRole.valueOf(row.getString("role")), row.getString("grid_code"),
                row.getString("department_code"), row.getString("community_code"), row.getString("street_code"));
    }

    private static PostMove post(ResultSet row, int i) throws SQLException {
        return new PostMove(row.getString("grid_code"), Post.valueOf(row.getString("post")), null,
                row.getString("login"));
    }

    private static StandInEntry standIn(ResultSet row, int i) throws SQLException {
        return new StandInEntry(row.getLong("id"), row.getString("absent"), row.getString("stand_in"),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                row.getString("reason"));
    }

    private static Moves.DepartmentMove department(ResultSet row, int i) throws SQLException {
        var entry = new DepartmentEntry(row.getString("name"), row.getString("duties"), row.getString("successor"));
        return new Moves.DepartmentMove(row.getString("code"), entry, entry);
    }
}
