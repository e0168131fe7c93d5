package io.gridloop.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The list of imports, with the rows that were not taken. */
@Repository
class ImportBatches {

    private static final int LONGEST_NAME = 200;
    private static final String BEGIN = """
            insert into import_batch (imported_by, imported_at, source, file_name, sha256, header, ignored)
            values (?, ?, ?, ?, ?, ?, ?) returning id""";
    private static final String FINISH = """
            update import_batch set finished_at = ?, accepted = ?, already_there = ?, bad = ? where id = ?""";
    private static final String ADD_BAD_ROW = """
            insert into import_bad_row (batch_id, position, line, message_id, field, reason, original)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    ImportBatches(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** Notes that an import begins and returns its number. */
    long begin(String login, String source, String fileName, String sha256, MessageHeader header) {
        return jdbc.sql(BEGIN)
                .params(
                        login,
                        Timestamp.from(clock.instant()),
                        source,
                        shortName(fileName),
                        sha256,
                        texts(header.headings()),
                        texts(header.ignored()))
                .query(Long.class)
                .single();
    }

    /** Notes what came of an import. */
    @Transactional
    public void finish(ImportResult result) {
        jdbc.sql(FINISH)
                .params(
                        Timestamp.from(clock.instant()),
                        result.accepted(),
                        result.alreadyThere(),
                        result.badRows().size(),
                        result.batchId())
                .update();
        List<BadRow> bad = result.badRows();
        template.batchUpdate(ADD_BAD_ROW, IntStream.range(0, bad.size())
                .mapToObj(i -> row(result.batchId(), i, bad.get(i)))
                .toList());
    }

    private static Object[] row(long batchId, int position, BadRow bad) {
        return new Object[]{
                batchId, position, bad.line(), storable(bad.messageId()), bad.field(), storable(bad.reason()),
                texts(bad.values())
        };
    }

    Optional<ImportBatch> find(long id) {
        return jdbc.sql("select * from import_batch where id = ?")
                .param(id)
                .query(ImportBatches::batch)
                .optional();
    }

    /** Whether an import of this source was finished. */
    boolean knows(String source) {
        return jdbc.sql("select exists(select from import_batch where source = ? and finished_at is not null)")
                .param(source)
                .query(Boolean.class)
                .single();
    }

    /** The last imports, newest first. */
    List<ImportBatch> latest(int most) {
        return jdbc.sql("select * from import_batch order by id desc limit ?")
                .param(most)
                .query(ImportBatches::batch)
                .list();
    }

    /** The first rows of an import that were not taken, in the order of the file. */
    List<BadRow> badRows(long batchId, int most) {
        return jdbc.sql("select * from import_bad_row where batch_id = ? order by position limit ?")
                .params(batchId, most)
                .query((row, i) -> new BadRow(
                        row.getLong("line"),
                        row.getString("message_id"),
                        row.getString("field"),
                        row.getString("reason"),
                        texts(row.getArray("original"))))
                .list();
    }

    private static ImportBatch batch(ResultSet row, int number) throws SQLException {
        return new ImportBatch(
                row.getLong("id"),
                row.getString("imported_by"),
                row.getTimestamp("imported_at").toInstant(),
                instant(row.getTimestamp("finished_at")),
                row.getString("source"),
                row.getString("file_name"),
                texts(row.getArray("header")),
                texts(row.getArray("ignored")),
                row.getInt("accepted"),
                row.getInt("already_there"),
                row.getInt("bad"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String[] texts(List<String> values) {
        return values.stream().map(ImportBatches::storable).toArray(String[]::new);
    }

    private static String shortName(String fileName) {
        String name = storable(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** PostgreSQL stores no NUL; a bad row may well hold one. */
    private static String storable(String value) {
        return value.replace('\0', '\uFFFD');
    }
}
