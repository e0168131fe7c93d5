package io.gridloop.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideMattersTests {

    private static final String HEADER = "code,kind,title,words,categories,notice,elsewhere,phone,source\n";
    private static final String GOOD = "COURT,stop,诉讼,打官司,,不归这里,找法院,12368,依据\n";

    private final OutsideMatters matters = new OutsideMatters(new Categories());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            06-05 | 邻居占了我家的地，法院已经判了，他不执行        | PROCEEDINGS
            ''    | 这件事正在  诉讼，开过一次庭                   | PROCEEDINGS
            ''    | 村干部收红包，以权谋私                        | DISCIPLINE
            07-02 | 反映的事一直没有结果                          | PETITION
            ''    | 我要申请政府信息公开                          | DISCLOSURE
            ''    | 捡到一份涉密文件                             | SECRET
            ''    | 部队营区里面的围墙倒了                        | MILITARY
            06-03 | 工地拖欠我们三个月的工资                      | WAGES
            """)
    void tellsWhatBelongsElsewhere(String category, String text, String code) {
        assertThat(matters.of(category, text)).extracting(OutsideMatter::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"01-02, 小区门口垃圾成堆", "'', 路口的井盖碎了半边", "06-03, 想找一份工作", "06-05, 法院门口的路灯不亮",
            "03-01, 工地夜里一直在响"})
    void leavesOrdinaryMattersAlone(String category, String text) {
        assertThat(matters.of(category, text)).isEmpty();
    }

    @Test
    void namesOfEachWhyWhereToTurnAndTheRuleAndTakesUnpaidWages() {
        assertThat(matters.all()).allSatisfy(it -> {
            assertThat(it.notice()).containsPattern("\\p{IsHan}");
            assertThat(it.elsewhere()).containsPattern("\\p{IsHan}");
            assertThat(it.source()).isNotBlank();
        });
        assertThat(matters.all()).filteredOn(OutsideMatter::taken).extracting(OutsideMatter::code).containsExactly(
                "WAGES");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            COURT,stop,诉讼,打官司,,不归这里,找法院,,依据          ; this code is there already
            court,stop,诉讼,打官司,,不归这里,找法院,,依据          ; code is 2 to 30 capital letters
            MORE,never,诉讼,打官司,,不归这里,找法院,,依据          ; kind is stop or hint
            MORE,stop,诉讼,,,不归这里,找法院,,依据                ; it needs words or categories
            MORE,stop,诉讼,打|官司,,不归这里,找法院,,依据          ; words have at least 2 characters
            MORE,stop,诉讼,法院+,,不归这里,找法院,,依据           ; words have at least 2 characters
            MORE,stop,诉讼,打官司,99-99,不归这里,找法院,,依据      ; there is no category
            MORE,stop,诉讼,打官司,,不归这里,找法院,一二三,依据      ; phone is digits
            MORE,stop,诉讼,打官司,,,找法院,,依据                  ; notice has 1 to 300 characters
            MORE,stop,诉讼,打官司,,不归这里,,,依据                ; elsewhere has 1 to 300 characters
            MORE,stop,诉讼,打官司,,不归这里,找法院,,              ; source has 1 to 300 characters
            """)
    void aBadRowStopsTheStartAndSaysWhereAndWhy(String row, String why) {
        var content = new ByteArrayInputStream((HEADER + GOOD + row + "\n").getBytes(UTF_8));
        assertThatThrownBy(() -> OutsideMatters.read(content, code -> code.equals("07-02")))
                .isInstanceOf(IllegalStateException.class).hasMessageStartingWith("outside-matters.csv, line 3: ")
                .hasMessageContaining(why);
    }
}
