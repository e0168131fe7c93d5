package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class MessageTableTests {

    @Test
    void findsColumnsByEnglishAndChineseHeadings() {
        MessageTable table = MessageTable.of("likes, Message_ID ,受理时间,内容,answered_at\n3,7,2026-11-02,路灯不亮,x\n");
        assertThat(table.header().ignored()).containsExactly("likes", "answered_at");
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.value(Column.MESSAGE_ID)).isEqualTo("7");
            assertThat(row.value(Column.DETAIL)).isEqualTo("路灯不亮");
            assertThat(row.has(Column.GRID)).isFalse();
        });
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
    void listsRowsOfAnotherWidth() {
        MessageTable table = MessageTable.of("message_id,received_at,detail\n1,2026-11-02\n2,2026-11-02,a,b\n");
        assertThat(table.rows()).isEmpty();
        assertThat(table.broken())
                .extracting(BadRow::line, BadRow::reason)
                .containsExactly(
                        tuple(2L, "应有 3 列，实有 2 列"),
                        tuple(3L, "应有 3 列，实有 4 列"));
    }

    @Test
    void keepsTheRowsBeforeABrokenQuoteAndListsTheRest() {
        MessageTable table = MessageTable.of("message_id,received_at,detail\n"
                + "1,2026-11-02,\"两行\n文字\"\n2,2026-11-02,\"没有收尾\n3,2026-11-02,好的\n4,2026-11-02,\"好\"的\n");
        assertThat(table.rows()).extracting(row -> row.value(Column.MESSAGE_ID)).containsExactly("1");
        assertThat(table.broken()).extracting(BadRow::line).containsExactly(4L, 5L, 6L);
        assertThat(table.broken().getFirst().reason()).isEqualTo("引号不配对，从这一行起无法读取");
        assertThat(table.broken().getLast().reason()).isEqualTo("前面的引号不配对，本行没有读取");
    }

    @Test
    void listsARowWhoseQuoteIsNeverClosed() {
        MessageTable table = MessageTable.of("message_id,received_at,detail\n1,2026-11-02,好\n2,2026-11-02,\"没有收尾");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.broken()).extracting(BadRow::line).containsExactly(3L);
    }

    @Test
    void refusesMoreRowsThanAFileMayHave() {
        String rows = String.join("", Collections.nCopies(MessageTable.MOST_ROWS + 1, "1,2026-11-02,x\n"));
        refuses("message_id,received_at,detail\n" + rows, "一次最多导入 5000 行，请把文件分成几个再导入");
    }

    private static void refuses(String text, String reason) {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> MessageTable.of(text))
                .withMessage(reason);
    }
}
