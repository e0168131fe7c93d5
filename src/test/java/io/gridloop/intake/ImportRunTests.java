package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeTest
class ImportRunTests {

    private final UUID worker = UUID.randomUUID();

    @Autowired
    private MessageImport messages;

    @Autowired
    private ImportBatches batches;

    @Autowired
    private ImportChunks chunks;

    @Autowired
    private ImportWork work;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void goesOnWhereItWasCutShortAndTakesNothingTwice() throws Exception {
        long id = aStoredFile("cut", 1_000);
        AtomicInteger rounds = new AtomicInteger();
        work.next(worker, () -> rounds.incrementAndGet() <= 2);
        assertThat(batches.find(id)).hasValueSatisfying(batch -> {
            assertThat(batch.state()).isEqualTo(ImportState.RUNNING);
            assertThat(batch.rowsRead()).isEqualTo(400);
            assertThat(batch.accepted() + batch.bad()).isEqualTo(400);
        });
        UUID afterTheRestart = UUID.randomUUID();
        jdbc.sql("update import_batch set leased_by = ? where id = ?").params(afterTheRestart, id).update();
        work.next(afterTheRestart, () -> true);
        assertThat(batches.find(id)).hasValueSatisfying(batch -> {
            assertThat(batch.state()).isEqualTo(ImportState.DONE);
            assertThat(batch.rowsRead()).isEqualTo(1_000);
            assertThat(batch.accepted()).isEqualTo(990);
            assertThat(batch.alreadyThere()).isZero();
            assertThat(batch.bad()).isEqualTo(10);
        });
        assertThat(batches.badRows(id, 0, 100)).extracting(BadRow::messageId)
                .containsExactly("50", "150", "250", "350", "450", "550", "650", "750", "850", "950");
        assertThat(count("select count(*) from grid_case where submission_key like 'import:cut:%'")).isEqualTo(990);
        assertThat(count("select count(*) from import_chunk where batch_id = " + id)).isZero();
    }

    @Test
    void countsNothingOfAWorkerWhoseLeaseWentToAnother() throws Exception {
        long id = aStoredFile("lost", 400);
        AtomicInteger rounds = new AtomicInteger();
        assertThatIllegalStateException().isThrownBy(() -> work.next(worker, () -> {
            if (rounds.incrementAndGet() == 2) {
                jdbc.sql("update import_batch set leased_by = ? where id = ?").params(UUID.randomUUID(), id).update();
            }
            return true;
        }));
        assertThat(batches.find(id)).hasValueSatisfying(batch -> assertThat(batch.rowsRead()).isEqualTo(200));
        assertThat(count("select count(*) from grid_case where submission_key like 'import:lost:%'")).isEqualTo(198);
        jdbc.sql("delete from import_batch where id = ?").param(id).update();
    }

    @Test
    void putsTheStartsOfItsCasesIntoTheBulkLane() {
        messages.run("message_id,received_at,detail\n1,2026-11-02,路灯不亮\n".getBytes(UTF_8), "a.csv", "lane", "x");
        assertThat(jdbc.sql("""
                select lane from engine_command join grid_case c on c.id = case_id
                where c.submission_key = 'import:lane:1'""").query(String.class).single()).isEqualTo("BULK");
        assertThat(jdbc.sql("""
                select name from case_reporter r join grid_case c on c.id = r.case_id
                where c.submission_key like 'import:lane:%'""").query(String.class).list()).isEmpty();
    }

    @Test
    void listsTheOneRowThatTheDatabaseRefusesAndKeepsItsNeighbours() {
        jdbc.sql("""
                create function refuse_poison() returns trigger language plpgsql as $$
                begin raise exception 'refused' using errcode = 'check_violation'; end $$""").update();
        jdbc.sql("""
                create trigger refuse_poison before insert on grid_case for each row
                when (new.external_id = 'poison') execute function refuse_poison()""").update();
        ImportResult result = messages.run(("message_id,received_at,detail,name\n1,2026-11-02,一,张三\n"
                + "poison,2026-11-02,二,\n3,2026-11-02,三,李四\n").getBytes(UTF_8), "a.csv", "poison", "x");
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.badRows()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(3);
            assertThat(bad.reason()).contains("无法保存");
        });
        assertThat(jdbc.sql("""
                select name from case_reporter r join grid_case c on c.id = r.case_id
                where c.submission_key like 'import:poison:%' order by name""").query(String.class).list())
                .containsExactlyInAnyOrder("张三", "李四");
    }

    @Test
    void readsAWorkbookByTheSameRules() throws Exception {
        byte[] file = WorkbookTests.workbook(book -> {
            var sheet = book.newWorksheet("留言");
            for (int i = 0; i < 4; i++) {
                sheet.value(0, i, java.util.List.of("编号", "受理时间", "内容", "网格").get(i));
            }
            sheet.value(1, 0, 1);
            sheet.value(1, 1, java.time.LocalDate.of(2026, 11, 2));
            sheet.value(1, 2, "井盖坏了");
            sheet.value(1, 3, "G0101");
            sheet.value(2, 0, 2);
            sheet.value(2, 1, "以后");
            sheet.value(2, 2, "时间写错了");
        });
        ImportResult result = messages.run(file, "a.xlsx", "book", "x");
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.badRows()).singleElement()
                .satisfies(bad -> assertThat(bad).extracting(BadRow::line, BadRow::field).containsExactly(3L, "受理时间"));
        assertThat(jdbc.sql("select grid_code from grid_case where submission_key = 'import:book:1'")
                .query(String.class).single()).isEqualTo("G0101");
    }

    /** Every hundredth row is bad; nobody but this test's worker may import it. */
    private long aStoredFile(String source, int rows) throws Exception {
        StringBuilder text = new StringBuilder("message_id,received_at,detail\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(i % 100 == 50 ? ",x" : ",2026-11-02").append(",第").append(i).append("件事\n");
        }
        var content = new ByteArrayResource(text.toString().getBytes(UTF_8));
        try (MessageTable table = MessageTable.open(content)) {
            Upload upload = new Upload(content, source + ".csv", source, "importer");
            long id = batches.begin(upload, "0".repeat(64), table.header(), rows, worker);
            chunks.store(id, content);
            return id;
        }
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
