package io.gridloop.process.door;

import static io.gridloop.process.door.ShippedModels.GARBAGE_POST;
import static io.gridloop.process.door.ShippedModels.GARBAGE_SERVICE;
import static io.gridloop.process.door.ShippedModels.LIMIT;
import static io.gridloop.process.door.ShippedModels.ROUTE;
import static io.gridloop.process.door.ShippedModels.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.process.models.ModelFiles;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DoorTest
class ReplayingTests {

    @Autowired
    Replaying replaying;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void empties() {
        // Nothing refers to these cases; looking for it a hundred thousand times would take a minute.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from grid_case").update();
            jdbc.sql("delete from import_batch").update();
        });
    }

    @Test
    void takesNoTimeForModelsWithTheSameTables() {
        assertThat(replaying.replay(ModelFiles.shipped(), ModelFiles.shipped())).isEmpty();
    }

    @Test
    void countsTheImportedCasesThatWouldGoElsewhere() {
        imports(300);
        cases("IMPORT", "01-02", "community", 12);
        cases("IMPORT", "01-02", "county", 5);
        cases("IMPORT", "01-02", null, 3);
        cases("IMPORT", "07-01", "community", 4);
        cases("PATROL", "01-02", "community", 100);
        var replay = replay(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        assertThat(replay.source()).contains("answered.csv");
        assertThat(replay.cases()).isEqualTo(24);
        assertThat(replay.changed()).isEqualTo(15);
        assertThat(replay.shifts()).hasSize(2).first().satisfies(it -> {
            assertThat(it.before().unit()).isEqualTo("社区 巡查监督岗");
            assertThat(it.after().unit()).isEqualTo("社区 便民服务岗");
            assertThat(it.elsewhere()).isTrue();
            assertThat(it.numbers()).hasSize(12);
        });
        assertThat(replay.loads()).filteredOn(Replay.Load::moves).containsExactlyInAnyOrder(
                new Replay.Load("社区 巡查监督岗", 15, 0, 12, 0), new Replay.Load("社区 便民服务岗", 0, 15, 0, 12));
    }

    @Test
    void tellsAnotherLimitFromAnotherUnit() {
        cases("PATROL", "01-02", "community", 2);
        var four = "<outputEntry id=\"LiteralExpression_0102_A_amount\">\n          <text>4</text>";
        var replay = replay(LIMIT, changed(LIMIT, four, four.replace(">4<", ">8<")));
        assertThat(replay.source()).contains("还没有导入过留言");
        assertThat(replay.shifts()).singleElement().satisfies(it -> {
            assertThat(it.elsewhere()).isFalse();
            assertThat(it.before().limit()).isEqualTo("4个工作时");
            assertThat(it.after().limit()).isEqualTo("8个工作时");
        });
    }

    @Test
    void saysWhichInputsACaseDoesNotTell() {
        cases("PATROL", "01-02", "community", 1);
        var replay = replay(ROUTE, changed(ROUTE, "<text>handlingLevel</text>", "<text>weather</text>"));
        assertThat(replay.unknownInputs()).containsExactly("weather");
    }

    /** A replay asks each combination of inputs once, so that a year of messages is a matter of a page. */
    @Test
    void replaysAHundredThousandCasesWhileSomebodyWaits() {
        imports(100_000);
        jdbc.sql("""
                insert into grid_case (id, version, case_number, receipt_code, submission_key, channel, received_at,
                    reported_at, category, text, state, run, round, deadline_version, deadline_moved, moved_at,
                    handling_level)
                select n, 0, 'T' || n, 'r' || n, 's' || n, 'IMPORT', now(), now(),
                    lpad((n % 12 + 1)::text, 2, '0') || '-' || lpad((n % 9 + 1)::text, 2, '0'), 'x', 'ACCEPTING', 1, 1,
                    0, false, now(), case n % 3 when 0 then 'community' when 1 then 'county' end
                from generate_series(1, 100000) n""").update();
        jdbc.sql("update grid_case set category = '01-02' where id % 10 = 0").update();
        var replay = replay(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        System.out.printf("replay of %d cases: %d ms, %d would be decided otherwise%n", replay.cases(),
                replay.took().toMillis(), replay.changed());
        assertThat(replay.cases()).isEqualTo(100_000);
        assertThat(replay.took()).isLessThan(Duration.ofSeconds(10));
        assertThat(replaying.numbers(replay, replay.shifts().getFirst()))
                .hasSize((int) replay.shifts().getFirst().group().cases());
    }

    private Replay replay(String file, byte[] content) {
        return replaying.replay(ModelFiles.shipped(), ShippedModels.with(file, content)).orElseThrow();
    }

    private void imports(int accepted) {
        jdbc.sql("""
                insert into import_batch (imported_by, imported_at, finished_at, source, file_name, sha256, header,
                    ignored, accepted, state)
                values ('handongsheng', now() - interval '1 hour', now() + interval '1 hour', 'x', 'answered.csv',
                    repeat('0', 64), '{}', '{}', ?, 'DONE')""").param(accepted).update();
    }

    private void cases(String channel, String category, @Nullable String level, int count) {
        jdbc.sql("""
                insert into grid_case (id, version, case_number, receipt_code, submission_key, channel, received_at,
                    reported_at, category, text, state, run, round, deadline_version, deadline_moved, moved_at,
                    handling_level)
                select nextval('case_number_seq'), 0, 'T' || currval('case_number_seq'), 'r' ||
                    currval('case_number_seq'), 's' || currval('case_number_seq'), :channel, now(), now(), :category,
                    'x', 'ACCEPTING', 1, 1, 0, false, now(), :level from generate_series(1, :count)""")
                .param("channel", channel).param("category", category).param("level", level).param("count", count)
                .update();
    }
}
