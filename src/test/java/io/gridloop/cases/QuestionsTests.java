package io.gridloop.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTests {

    private static final String HEADER = "category,code,order,question,kind,required,options,hint\n";
    private static final String GOOD = "05-01,HURT,1,有没有人受伤,singlevaluelist,no,no:没有|yes:有,\n";

    private final Categories categories = new Categories();
    private final Questions questions = new Questions(categories);

    @Test
    void knowsTheQuestionsOfTheSampleCategoriesInTheirOrder() {
        assertThat(questions.all().keySet()).allMatch(code -> categories.find(code).isPresent());
        assertThat(questions.all().values().stream().mapToInt(List::size).sum()).isBetween(8, 15);
        assertThat(questions.of("05-01")).extracting(Question::code).containsExactly("WHAT", "HURT");
        assertThat(questions.of("01-02")).isEmpty();
        assertThat(questions.of(null)).isEmpty();
        assertThat(questions.of("99-99")).isEmpty();
    }

    @Test
    void sortsByOrderWhateverTheOrderOfTheRows() throws IOException {
        assertThat(read(GOOD.replace(",1,", ",3,") + GOOD.replace("HURT", "WHAT").replace(",1,", ",2,")).get("05-01"))
                .extracting(Question::code).containsExactly("WHAT", "HURT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            99-99,HURT,2,问题,text,no,,                        ; there is no category with this code
            05-01,hurt,2,问题,text,no,,                        ; code is 2 to 30 capital letters
            05-01,EMERGENCY,2,问题,text,no,,                   ; does not begin with EMERGENCY
            05-01,HURT,2,问题,text,no,,                        ; has this code or order already
            05-01,MORE,1,问题,text,no,,                        ; has this code or order already
            05-01,MORE,x,问题,text,no,,                        ; order is a number
            05-01,MORE,2,,text,no,,                            ; question has 1 to 100 characters
            05-01,MORE,2,问题,list,no,,                        ; kind is one of singlevaluelist, multivaluelist, string
            05-01,MORE,2,问题,text,maybe,,                     ; required is yes or no
            05-01,MORE,2,问题,text,no,a:甲,                    ; lists have options, and nothing else has
            05-01,MORE,2,问题,singlevaluelist,no,,             ; lists have options, and nothing else has
            05-01,MORE,2,问题,singlevaluelist,no,a:甲|乙,      ; options are key:name, divided by |, not 乙
            05-01,MORE,2,问题,singlevaluelist,no,a:甲|a:乙,    ; each key of options comes once
            05-01,MORE,2,问题,text,no                          ; it has 6 fields instead of 8
            05-01,MORE,2,问题,text,no,,一,二                   ; it has 9 fields instead of 8
            """)
    void aBadRowStopsTheStartAndSaysWhereAndWhy(String row, String why) {
        assertThatThrownBy(() -> read(GOOD + row + "\n")).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("questions.csv, line 3: ").hasMessageContaining(why);
    }

    @Test
    void aMissingColumnStopsTheStart() {
        assertThatThrownBy(() -> QuestionFile.read(stream("category,code\n05-01,HURT\n"), code -> true))
                .hasMessage("questions.csv, line 2: the column order is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            05-01 | HURT   | yes              | 有人受过伤，现在没有危险
            01-08 | SIGN   | fish,litter      | 漂浮垃圾、死鱼
            04-02 | PLATE  | 豫H12345          | 豫H12345
            06-03 | AMOUNT | 12000.50         | 12000.50
            03-01 | SINCE  | 2026-11-28T22:30 | 2026-11-28 22:30
            03-01 | SINCE  | 2026-11-28T14:30:00Z | 2026-11-28 22:30
            """)
    void keepsAnAnswerAsPeopleReadIt(String category, String code, String typed, String words) {
        var given = questions.read(category, Map.of(code, List.of(typed.split(",")), "OTHER", List.of("x")), false);
        assertThat(given.problems()).isEmpty();
        assertThat(given.answers()).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo(code);
            assertThat(it.answer()).isEqualTo(words);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            05-01 | HURT   | perhaps          | “有没有人因此受伤”：请从列出的选项里选
            05-01 | HURT   | yes,no           | “有没有人因此受伤”：只能有一个回答
            01-08 | SIGN   | fish,dragon      | 请从列出的选项里选
            06-03 | AMOUNT | 一万              | 请填数字
            06-03 | AMOUNT | -1               | 请填数字
            06-03 | AMOUNT | 1e9              | 请填数字
            03-01 | SINCE  | 昨天晚上           | 请填日期和时间
            03-01 | SINCE  | 2026-02-30T22:30 | 请填日期和时间
            03-01 | SINCE  | +999999-01-01T00:00 | 请填日期和时间
            """)
    void saysWhatIsWrongWithAnAnswer(String category, String code, String typed, String why) {
        var given = questions.read(category, Map.of(code, List.of(typed.split(","))), false);
        assertThat(given.answers()).isEmpty();
        assertThat(given.problems()).containsOnlyKeys(code);
        assertThat(given.problems().get(code)).contains(why);
    }

    @Test
    void refusesLongTextsLineBreaksAndWhatNobodySees() {
        for (var typed : List.of("长".repeat(101), "一行\n两行", "车\0牌", "车\u202e牌")) {
            assertThat(questions.read("04-02", Map.of("PLATE", List.of(typed)), true).problems()).containsKey("PLATE");
        }
        assertThat(questions.read("07-01", Map.of("TRIED", List.of("一行\r\n两行")), false).answers())
                .extracting(ReportAnswer::answer).containsExactly("一行\n两行");
    }

    @Test
    void asksForWhatIsRequiredOnlyOfWhoWasAsked() {
        assertThat(questions.read("03-01", Map.of(), true).problems()).containsOnlyKeys("HOURS")
                .containsValue("请回答“一般在什么时段吵”");
        assertThat(questions.read("03-01", Map.of("HOURS", List.of(" ")), true).problems()).containsOnlyKeys("HOURS");
        assertThat(questions.read("03-01", Map.of(), false).problems()).isEmpty();
        assertThat(questions.read(null, Map.of("HOURS", List.of("night")), true))
                .isEqualTo(new GivenAnswers(List.of(), Map.of()));
    }

    private static Map<String, List<Question>> read(String rows) throws IOException {
        return QuestionFile.read(stream(HEADER + rows), code -> code.equals("05-01"));
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }
}
