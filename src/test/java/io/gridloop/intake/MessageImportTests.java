package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.gridloop.cases.Reporting;
import java.nio.charset.Charset;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeTest
class MessageImportTests {

    private static final String HEADER = "message_id,received_at,subject,detail,category,grid,longitude,latitude,likes\n";

    @Autowired
    private MessageImport messages;

    @Autowired
    private ImportBatches batches;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void makesACaseOfEachGoodRow() {
        ImportResult result = run("good", HEADER
                + "1,2026-11-02T08:30:00,路灯,路灯不亮了,06-12,G0101,,,5\n"
                + "2,2026-11-02T08:30:00+00:00,,没有标题的留言,道路保洁,,113.38,35.1,0\n"
                + "3,2026-11-02,没有类别和地点,没有类别和地点,,,,,\n"
                + "4,2026-11-02,在县里却不在网格里,在县里却不在网格里,,,113.45,35.12,\n");
        assertThat(result.badRows()).isEmpty();
        assertThat(result.accepted()).isEqualTo(4);
        assertThat(result.ignored()).containsExactly("likes");
        assertThat(theCase("good", "1"))
                .containsEntry("category", "06-12")
                .containsEntry("grid_code", "G0101")
                .containsEntry("subject", "路灯")
                .containsEntry("reported_by", "importer")
                .containsEntry("received_at", Timestamp.from(Instant.parse("2026-11-02T00:30:00Z")));
        assertThat(theCase("good", "2"))
                .containsEntry("category", "01-04")
                .containsEntry("received_at", Timestamp.from(Instant.parse("2026-11-02T08:30:00Z")));
        assertThat(theCase("good", "2").get("grid_code")).isNotNull();
        assertThat(theCase("good", "3")).containsEntry("category", null).containsEntry("grid_code", null);
        assertThat(theCase("good", "4")).containsEntry("grid_code", null).containsEntry("longitude", 113.45);
    }

    @Test
    void listsEachBadRowWithLineFieldAndReason() {
        String tooLong = "长".repeat(Reporting.MAX_TEXT + 1);
        ImportResult result = run("bad", HEADER
                + "1,2026-02-30,a,内容,,,,,\n"
                + "2,2026-11-02,a," + tooLong + ",,,,,\n"
                + "3,2026-11-02,a,内容,99-99,,,,\n"
                + "4,2026-11-02,a,内容,,G9999,,,\n"
                + "5,2026-11-02,a,内容,,,NaN,35.1,\n"
                + "6,2026-11-02,a,内容,,,121.47,31.23,\n"
                + "7,2026-11-02,a,内容,,,113.4,,\n"
                + ",2026-11-02,a,没有编号,,,,,\n"
                + "9,2026-11-02,,,,,,,\n"
                + "10,2026-11-02,a,反\u202E向,,,,,\n"
                + "11,2026-11-02,a,空\0字符,,,,,\n"
                + "12,2026-11-02,好的,这一行是好的,,,,,\n"
                + "12,2026-11-02,另一件,编号用过了,,,,,\n"
                + "12,2026-11-02,好的,这一行是好的,,,,,\n");
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.alreadyThere()).isEqualTo(1);
        assertThat(result.badRows())
                .extracting(BadRow::line, BadRow::field)
                .containsExactly(
                        tuple(2L, "受理时间"),
                        tuple(3L, "内容"),
                        tuple(4L, "类别"),
                        tuple(5L, "网格"),
                        tuple(6L, "经度"),
                        tuple(7L, "经度"),
                        tuple(8L, "纬度"),
                        tuple(9L, "编号"),
                        tuple(10L, "标题"),
                        tuple(11L, "内容"),
                        tuple(12L, "内容"),
                        tuple(14L, "编号"));
        assertThat(batches.badRows(result.batchId(), 0, 100)).hasSize(12);
    }

    @Test
    void createsNothingTwiceWhenTheSameFileComesAgain() {
        String file = HEADER + "1,2026-11-02,a,内容一,,,,,\n2,2026-11-02,b,内容二,,,,,\n";
        assertThat(run("twice", file).accepted()).isEqualTo(2);
        ImportResult again = run("twice", file + "3,2026-11-02,c,内容三,,,,,\n");
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(again.alreadyThere()).isEqualTo(2);
        assertThat(count("twice")).isEqualTo(3);
    }

    @Test
    void createsNothingTwiceWhenTwoPeopleImportAtOnce() throws Exception {
        String file = HEADER + "1,2026-11-02,a,内容一,,,,,\n2,2026-11-02,b,内容二,,,,,\n3,2026-11-02,c,内容三,,,,,\n";
        Callable<ImportResult> run = () -> run("race", file);
        try (var people = Executors.newFixedThreadPool(2)) {
            int accepted = 0;
            for (var result : people.invokeAll(List.of(run, run))) {
                accepted += result.get().accepted();
            }
            assertThat(accepted).isEqualTo(3);
        }
        assertThat(count("race")).isEqualTo(3);
    }

    @Test
    void takesTheSameNumberOfAnotherSource() {
        String file = HEADER + "1,2026-11-02,a,内容一,,,,,\n";
        assertThat(run("one", file).accepted()).isEqualTo(1);
        assertThat(run("two", file).accepted()).isEqualTo(1);
    }

    @Test
    void readsGb18030() {
        byte[] file = (HEADER + "1,2026-11-02,标题,路灯不亮了,,,,,\n").getBytes(Charset.forName("GB18030"));
        assertThat(messages.run(file, "gb.csv", "gb", "importer").accepted()).isEqualTo(1);
        assertThat(theCase("gb", "1")).containsEntry("text", "路灯不亮了");
    }

    @Test
    void keepsTheRowsBeforeABrokenQuote() {
        ImportResult result = run("quote", HEADER
                + "1,2026-11-02,a,好的,,,,,\n2,2026-11-02,a,\"没有收尾,,,,,\n3,2026-11-02,a,好的,,,,,\n");
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.badRows()).extracting(BadRow::line).containsExactly(3L, 4L);
    }

    @Test
    void savesNothingOfARefusedFile() {
        assertThatExceptionOfType(ImportRefused.class).isThrownBy(() -> run("refused", "id,text\n1,内容\n"));
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> run("a:b", HEADER))
                .withMessageContaining("来源");
        assertThat(count("refused")).isZero();
    }

    @Test
    void notesWhoImportedWhichFileAndWhatCameOfIt() {
        ImportResult result = run("noted", HEADER + "1,2026-11-02,a,内容一,,,,,\n2,x,b,内容二,,,,,\n");
        assertThat(batches.find(result.batchId())).hasValueSatisfying(batch -> {
            assertThat(batch.importedBy()).isEqualTo("importer");
            assertThat(batch.fileName()).isEqualTo("noted.csv");
            assertThat(batch.finishedAt()).isNotNull();
            assertThat(List.of(batch.accepted(), batch.alreadyThere(), batch.bad())).containsExactly(1, 0, 1);
        });
    }

    @Test
    void shipsASampleWithoutABadRow() {
        Upload sample = new Upload(new ClassPathResource("sample-messages.csv"), "sample-messages.csv", "sample", null);
        ImportResult result = messages.run(sample);
        assertThat(result.badRows()).isEmpty();
        assertThat(result.accepted()).isEqualTo(24);
    }

    private ImportResult run(String source, String text) {
        return messages.run(text.getBytes(UTF_8), "C:\\files\\" + source + ".csv", source, "importer");
    }

    private Map<String, Object> theCase(String source, String number) {
        return jdbc.sql("select * from grid_case where submission_key = ?")
                .param("import:" + source + ":" + number)
                .query()
                .singleRow();
    }

    private long count(String source) {
        return jdbc.sql("select count(*) from grid_case where submission_key like ?")
                .param("import:" + source + ":%")
                .query(Long.class)
                .single();
    }
}
