package io.gridloop.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of photographs. */
@Component
class PhotoRows {

    private static final String COLUMNS = "select id, case_id, kind, size, width, height, sha256 from photo ";

    private final JdbcClient jdbc;

    PhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Photo photo, Instant now, Instant expires) {
        jdbc.sql("""
                insert into photo (id, kind, size, width, height, sha256, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(photo.id(), photo.kind().name(), photo.size(), photo.width(), photo.height(), photo.sha256(),
                        at(now), at(expires))
                .update();
    }

    /** Those of these ids that there are. */
    List<Photo> find(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + "where id = any (?) order by created_at, id").param(array(ids))
                .query((row, i) -> photo(row)).list();
    }

    List<Photo> ofCase(long caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? order by created_at, id").param(caseId)
                .query((row, i) -> photo(row)).list();
    }

    List<Photo> ofCases(Collection<Long> caseIds) {
        return jdbc.sql(COLUMNS + "where case_id = any (?) order by created_at, id")
                .param(caseIds.toArray(Long[]::new)).query((row, i) -> photo(row)).list();
    }

    int unattached() {
        return jdbc.sql("select count(*) from photo where case_id is null").query(Integer.class).single();
    }

    /** Returns how many of them were free and are attached now. */
    int attach(long caseId, Collection<UUID> ids, Instant now) {
        return jdbc.sql("""
                update photo set case_id = ?, expires_at = null
                where id = any (?) and case_id is null and expires_at > ?""")
                .params(caseId, array(ids), at(now))
                .update();
    }

    void markUnused(Collection<UUID> ids) {
        jdbc.sql("update photo set kind = ? where id = any (?)").params(PhotoKind.UNUSED.name(), array(ids)).update();
    }

    /** Returns whether it belonged to the case; the next sweep removes it. */
    boolean detach(long caseId, UUID id, Instant now) {
        return jdbc.sql("update photo set case_id = null, expires_at = ? where id = ? and case_id = ?")
                .params(at(now), id, caseId).update() > 0;
    }

    /** Expired ones, locked until the transaction ends; those that others have locked are left out. */
    List<UUID> lockExpired(Instant now, int most) {
        return jdbc.sql("""
                select id from photo where case_id is null and expires_at <= ? order by expires_at limit ?
                for update skip locked""")
                .params(at(now), most).query(UUID.class).list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from photo where id = ?").param(id).update();
    }

    private static Photo photo(ResultSet row) throws SQLException {
        return new Photo(row.getObject("id", UUID.class), row.getObject("case_id", Long.class),
                PhotoKind.valueOf(row.getString("kind")), row.getLong("size"), row.getInt("width"),
                row.getInt("height"), row.getString("sha256"));
    }

    private static Object array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
