package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class MessageTableTests {

    @Test
    void findsColumnsByEnglishAndChineseHeadings() throws Exception {
        String text = "likes, Message_ID ,受理时间,内容,answered_at\n3,7,2026-11-02,路灯不亮,x\n";
        try (MessageTable table = MessageTable.open(new ByteArrayResource(text.getBytes(UTF_8)))) {
            assertThat(table.header().ignored()).containsExactly("likes", "answered_at");
            assertThat(table.next()).hasValueSatisfying(row -> {
                assertThat(row.line()).isEqualTo(2);
                assertThat(row.value(Column.MESSAGE_ID)).isEqualTo("7");
                assertThat(row.value(Column.DETAIL)).isEqualTo("路灯不亮");
                assertThat(row.has(Column.GRID)).isFalse();
                assertThat(row.problem()).isNull();
            });
            assertThat(table.next()).isEmpty();
        }
    }

    @Test
    void namesTheHeadingsThatAreMissing() {
        refuses("id,time,text\n1,2,3\n",
                "表头缺少：message_id（编号）、received_at（受理时间）、detail（内容）或 subject（标题）");
        refuses("", "表头缺少：message_id（编号）、received_at（受理时间）、detail（内容）或 subject（标题）");
    }

    @Test
    void namesTheHeadingsThatStandThereTwice() {
        refuses("message_id,编号,received_at,detail\n", "表头重复：message_id（编号）");
    }

    @Test
    void listsRowsOfAnotherWidth() throws Exception {
        assertThat(rows("message_id,received_at,detail\n1,2026-11-02\n2,2026-11-02,a,b\n"))
                .extracting(MessageRow::line, MessageRow::problem)
                .containsExactly(
                        tuple(2L, "应有 3 列，实有 2 列"),
                        tuple(3L, "应有 3 列，实有 4 列"));
    }

    @Test
    void keepsTheRowsBeforeABrokenQuoteAndListsTheRest() throws Exception {
        assertThat(rows("message_id,received_at,detail\n"
                + "1,2026-11-02,\"两行\n文字\"\n2,2026-11-02,\"没有收尾\n3,2026-11-02,好的\n4,2026-11-02,\"好\"的\n"))
                .extracting(MessageRow::line, MessageRow::problem)
                .containsExactly(
                        tuple(2L, null),
                        tuple(4L, "引号不配对，从这一行起无法读取"),
                        tuple(5L, "前面的引号不配对，本行没有读取"),
                        tuple(6L, "前面的引号不配对，本行没有读取"));
    }

    @Test
    void listsARowWhoseQuoteIsNeverClosed() throws Exception {
        assertThat(rows("message_id,received_at,detail\n1,2026-11-02,好\n2,2026-11-02,\"没有收尾"))
                .extracting(MessageRow::line, MessageRow::problem)
                .containsExactly(tuple(2L, null), tuple(3L, "引号不配对，从这一行起无法读取"));
    }

    @Test
    void listsARowWithAnEndlessCellAndKeepsItsBeginning() throws Exception {
        assertThat(rows("message_id,received_at,detail\n1,2026-11-02," + "长".repeat(40_000) + "\n"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.problem()).isEqualTo("有一格超过 32767 个字");
                    assertThat(row.values().getLast()).hasSize(101);
                });
    }

    @Test
    void refusesMoreRowsThanAFileMayHave() {
        String rows = String.join("", Collections.nCopies(MessageTable.MOST_ROWS + 1, "1,2026-11-02,x\n"));
        refuses("message_id,received_at,detail\n" + rows, "一次最多导入 100000 行，请把文件分成几个再导入");
    }

    private static List<MessageRow> rows(String text) throws IOException {
        try (MessageTable table = MessageTable.open(new ByteArrayResource(text.getBytes(UTF_8)))) {
            return table.next(100);
        }
    }

    private static void refuses(String text, String reason) {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> MessageTable.count(new ByteArrayResource(text.getBytes(UTF_8))))
                .withMessage(reason);
    }
}
