package io.gridloop.desk.patrol;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of patrols. */
@Repository
class PatrolRows {

    private static final String SELECT = """
            select id, login, grid_code, started_at, ended_at, ended_itself, metres, coverage, left_out from patrol
            """;

    private final JdbcClient jdbc;

    PatrolRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Starts a patrol unless one of this person runs already. */
    void start(String login, String gridCode, Instant now) {
        jdbc.sql("""
                insert into patrol (login, grid_code, started_at) values (?, ?, ?)
                on conflict (login) where ended_at is null do nothing""")
                .params(login, gridCode, at(now)).update();
    }

    void stop(String login, Instant now) {
        jdbc.sql("update patrol set ended_at = greatest(?, started_at) where login = ? and ended_at is null")
                .params(at(now), login).update();
    }

    /** Ends those that have run longer than they may, at the moment when they were to end. */
    void endForgotten(Instant now, Duration longest) {
        jdbc.sql("""
                update patrol set ended_at = started_at + make_interval(secs => ?), ended_itself = true
                where ended_at is null and started_at <= ?""")
                .params((double) longest.toSeconds(), at(now.minus(longest))).update();
    }

    /** The patrol of this person, locked until the transaction ends. */
    Optional<Patrol> lock(long id, String login) {
        return jdbc.sql(SELECT + "where id = ? and login = ? for update").params(id, login)
                .query((row, i) -> patrol(row)).optional();
    }

    Optional<Patrol> running(String login) {
        return jdbc.sql(SELECT + "where login = ? and ended_at is null").param(login)
                .query((row, i) -> patrol(row)).optional();
    }

    /** A person's own patrols and those through some grids, the latest first. */
    List<Patrol> seenBy(String login, Collection<String> grids, int most) {
        return jdbc.sql(SELECT + "where login = ? or grid_code = any (?) order by started_at desc, id desc limit ?")
                .params(login, grids.toArray(String[]::new), most).query((row, i) -> patrol(row)).list();
    }

    /** What became of a batch that came before. */
    Optional<Taken> batch(long id, UUID key) {
        return jdbc.sql("select taken, left_out from patrol_batch where patrol_id = ? and key = ?").params(id, key)
                .query((row, i) -> new Taken(row.getInt("taken"), row.getInt("left_out"))).optional();
    }

    void addBatch(long id, UUID key, Taken taken) {
        jdbc.sql("insert into patrol_batch (patrol_id, key, taken, left_out) values (?, ?, ?, ?)")
                .params(id, key, taken.taken(), taken.leftOut()).update();
        jdbc.sql("update patrol set left_out = left_out + ? where id = ?").params(taken.leftOut(), id).update();
    }

    /** Of two positions at the same moment the first counts. */
    void addPoints(long id, List<Fix> fixes) {
        jdbc.sql("""
                insert into patrol_point (patrol_id, at, longitude, latitude)
                select ?, to_timestamp(millis / 1000.0), longitude, latitude
                from unnest(?, ?, ?) fix (millis, longitude, latitude)
                on conflict do nothing""")
                .params(id, fixes.stream().map(fix -> fix.at().toEpochMilli()).toArray(Long[]::new),
                        fixes.stream().map(Fix::longitude).toArray(Double[]::new),
                        fixes.stream().map(Fix::latitude).toArray(Double[]::new))
                .update();
    }

    /** The track in the order of its time. */
    List<Fix> points(long id) {
        return jdbc.sql("select at, longitude, latitude from patrol_point where patrol_id = ? order by at").param(id)
                .query((row, i) -> new Fix(instant(row, "at"), row.getDouble("longitude"), row.getDouble("latitude")))
                .list();
    }

    void measured(long id, int metres, double coverage) {
        jdbc.sql("update patrol set metres = ?, coverage = ? where id = ?").params(metres, coverage, id).update();
    }

    /** Deletes the tracks of patrols that were started before a moment. */
    void forgetTracks(Instant before) {
        for (var table : List.of("patrol_point", "patrol_batch")) {
            jdbc.sql("delete from " + table + " where patrol_id in (select id from patrol where started_at < ?)")
                    .param(at(before)).update();
        }
    }

    private static Patrol patrol(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Patrol(row.getLong("id"), row.getString("login"), row.getString("grid_code"),
                instant(row, "started_at"), ended == null ? null : ended.toInstant(), row.getBoolean("ended_itself"),
                row.getInt("metres"), row.getObject("coverage", Double.class), row.getInt("left_out"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
