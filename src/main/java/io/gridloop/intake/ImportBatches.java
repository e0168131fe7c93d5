package io.gridloop.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of imports, with the rows that were not taken. */
@Repository
class ImportBatches {

    /** Who brought the sample. */
    static final String NOBODY = "gridloop";

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int LONGEST_NAME = 200;
    private static final String BEGIN = """
            insert into import_batch
                (imported_by, imported_at, source, file_name, sha256, header, ignored, total, state, leased_by, lease_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) returning id""";
    private static final String CLAIM = """
            update import_batch set state = 'RUNNING', leased_by = ?, lease_until = ?, started_at = ?, started_from = rows_read
            where id = (select id from import_batch where state in ('WAITING', 'RUNNING')
                        and (leased_by = ? or lease_until is null or lease_until < ?)
                        order by leased_by = ? desc nulls last, id limit 1 for update skip locked)
            returning *""";
    private static final String PROGRESS = """
            update import_batch set rows_read = rows_read + ?, accepted = accepted + ?, already_there = already_there + ?,
                bad = bad + ?, lease_until = ?
            where id = ? and state = 'RUNNING' and leased_by = ? returning *""";
    private static final String END = """
            update import_batch set state = ?, finished_at = ?, problem = ?, leased_by = null, lease_until = null
            where id = ? and leased_by = ?""";
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

    /**
     * Notes that a file waits to be imported and returns its number.
     *
     * @param worker who alone may import it; null for anybody
     */
    long begin(Upload upload, String sha256, MessageHeader header, int total, @Nullable UUID worker) {
        return jdbc.sql(BEGIN)
                .params(Arrays.asList(
                        upload.login() == null ? NOBODY : upload.login(),
                        now(),
                        upload.source(),
                        shortName(upload.fileName()),
                        sha256,
                        texts(header.headings()),
                        texts(header.ignored()),
                        total,
                        worker,
                        worker == null ? null : leaseEnd()))
                .query(Long.class)
                .single();
    }

    /** Takes the next import that waits or was cut short; until its lease ends nobody else takes it. */
    Optional<ImportBatch> claim(UUID worker) {
        return jdbc.sql(CLAIM)
                .params(worker, leaseEnd(), now(), worker, now(), worker)
                .query(ImportBatches::batch)
                .optional();
    }

    /**
     * Notes what came of some rows, in the transaction that took them in.
     *
     * @param before the import before these rows
     * @throws IllegalStateException when another worker has it meanwhile
     */
    ImportBatch progress(ImportBatch before, UUID worker, int accepted, int alreadyThere, List<BadRow> bad) {
        int read = accepted + alreadyThere + bad.size();
        ImportBatch after = jdbc.sql(PROGRESS)
                .params(read, accepted, alreadyThere, bad.size(), leaseEnd(), before.id(), worker)
                .query(ImportBatches::batch)
                .optional()
                .orElseThrow(() -> new IllegalStateException("Import " + before.id() + " went to another worker"));
        template.batchUpdate(ADD_BAD_ROW, IntStream.range(0, bad.size())
                .mapToObj(i -> row(before.id(), before.bad() + i, bad.get(i)))
                .toList());
        return after;
    }

    /** Notes how an import ended. */
    void end(ImportBatch batch, UUID worker, ImportState state, @Nullable String problem) {
        jdbc.sql(END).params(Arrays.asList(state.name(), now(), problem, batch.id(), worker)).update();
    }

    /** Lets another worker, or this one after a restart, go on at once. */
    void release(UUID worker) {
        jdbc.sql("update import_batch set leased_by = null, lease_until = null where leased_by = ?")
                .param(worker)
                .update();
    }

    /** Asks to cancel an import that is not through; true when there was something to cancel. */
    boolean cancel(long id, String login) {
        return jdbc.sql("""
                update import_batch set cancelled_by = coalesce(cancelled_by, ?)
                where id = ? and state in ('WAITING', 'RUNNING')""").params(login, id).update() > 0;
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

    /** A page of imports, newest first; pages are counted from 0. */
    List<ImportBatch> page(int page, int rows) {
        return jdbc.sql("select * from import_batch order by id desc limit ? offset ?")
                .params(rows, (long) page * rows)
                .query(ImportBatches::batch)
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from import_batch").query(Integer.class).single();
    }

    /** Rows of an import that were not taken, in the order of the file, from a position on. */
    List<BadRow> badRows(long batchId, int from, int most) {
        return jdbc.sql("select * from import_bad_row where batch_id = ? and position >= ? order by position limit ?")
                .params(batchId, from, most)
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
                ImportState.valueOf(row.getString("state")),
                row.getString("imported_by"),
                row.getTimestamp("imported_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                row.getInt("started_from"),
                instant(row.getTimestamp("finished_at")),
                row.getString("source"),
                row.getString("file_name"),
                texts(row.getArray("header")),
                texts(row.getArray("ignored")),
                row.getInt("total"),
                row.getInt("rows_read"),
                row.getInt("accepted"),
                row.getInt("already_there"),
                row.getInt("bad"),
                row.getString("cancelled_by"),
                row.getString("problem"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp leaseEnd() {
        return Timestamp.from(clock.instant().plus(LEASE));
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
