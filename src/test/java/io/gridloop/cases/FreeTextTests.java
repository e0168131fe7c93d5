package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTests {

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x07, 0x1B, 0x7F, 0x9F, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800,
            0xE000, 0xFFFF})
    void refusesCharactersNobodySees(int point) {
        assertThat(PlainText.problem("前" + Character.toString(point) + "后", 100))
                .hasValueSatisfying(why -> assertThat(why).contains("U+%04X".formatted(point)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"第一行\n第二行\t末尾\r\n", "生僻字𠮷𪚥", "表情👨‍👩‍👧", "零宽\u200B空格", "<script>alert(1)</script>",
            "=1+1", "'; drop table x; --"})
    void takesWhatPeopleWrite(String text) {
        assertThat(PlainText.problem(text, 100)).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(PlainText.problem("𠮷".repeat(10), 10)).isEmpty();
        assertThat(PlainText.problem("字".repeat(11), 10)).contains("最多10个字，现有11个字");
    }

    @ParameterizedTest
    @CsvSource({
            "电话13812345678找我, 电话138****5678找我",
            "138-1234-5678, 138****5678",
            "138 1234 5678, 138****5678",
            "+8613812345678, +86138****5678",
            "８６１３８１２３４５６７８, ８６１３８****５６７８",
            "身份证410823199001011234。, 身份证410***********1234。",
            "41082319900101123X, 410***********123X",
            "订单20261123000012345678, 订单20261123000012345678",
            "座机0391-7288888, 座机0391-7288888"
    })
    void masksPhoneAndIdentityNumbers(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13812345678, 138****5678", "0391-7288888, 039****888", "wx_someone, wx_****one", "ab, ***"})
    void masksContacts(String contact, String masked) {
        assertThat(Masking.contact(contact)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "[点我](javascript:alert(1))", "# 标题", "**粗**", "`code`",
            "~~删~~", "a|b", "{{caseCard}}", "&lt;", "www.example.cn", "http://a.cn", "a@b.cn", "1. 一", "- 二"})
    void takesAwayEveryMeaningForARenderer(String text) {
        var escaped = Markdown.escape(text);
        assertThat(escaped).doesNotContain("<", ">", "[", "]", "*", "`", "|", "{", "}", "~", "://", "www.", "@");
        assertThat(escaped).doesNotMatch("^(#[^\\d]|- |1\\.).*");
        assertThat(plain(escaped)).isEqualTo(text);
    }

    @Test
    void putsTextOnOneLine() {
        assertThat(Markdown.escape(" 一\r\n\r\n    二\u2028三 ")).isEqualTo("一 二 三");
    }

    private static String plain(String escaped) {
        return org.springframework.web.util.HtmlUtils.htmlUnescape(escaped).replace("\u200B", "");
    }
}
