package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

/** The questions of a category on the report pages, and what becomes of the answers. */
@IntakeTest
class QuestionPagesTests {

    private static final String HOURS = "answer-03-01-HOURS";
    private static final String SINCE = "answer-03-01-SINCE";

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsTheQuestionsOfAllCategoriesReadyForTheScript() {
        assertThat(web.get().uri("/report")).hasStatusOk().bodyText()
                .contains("data-category=\"03-01\"", "name=\"" + HOURS + "\"", "type=\"datetime-local\"",
                        "report-questions.js")
                .doesNotContain("data-category=\"01-02\"", "style=");
    }

    @Test
    void asksAfterTheFirstTryWithoutScriptAndLosesNothing() {
        var asked = send(form("03-01", Map.of("reporterName", "李四")));
        assertThat(asked).hasStatus(422).bodyText()
                .contains("请回答“一般在什么时段吵”", "href=\"#" + HOURS + "\"", HOURS + "-problem", "工地夜里一直在响", "李四")
                .containsPattern("<div class=\"questions\"[^>]*data-category=\"03-01\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer-03-01-HOURS | always  | “一般在什么时段吵”：请从列出的选项里选
            answer-03-01-SINCE | 昨晚     | “最近一次从什么时候开始”：请填日期和时间
            """)
    void namesTheAnswerThatIsWrongAndShowsTheOthersAgain(String field, String typed, String why) {
        var form = form("03-01", Map.of(HOURS, "night"));
        form.put(field, typed);
        var refused = send(form);
        assertThat(refused).hasStatus(422).bodyText().contains(why, field + "-problem", "工地夜里一直在响");
        if (field.equals(SINCE)) {
            assertThat(refused).bodyText().containsPattern("value=\"night\"[^>]*checked")
                    .contains("value=\"" + typed + "\"");
        }
    }

    @Test
    void showsTheAnswersToStaffAndToTheReporterAndMasksNumbers() {
        var url = sent(form("03-01", Map.of(HOURS, "night", SINCE, "2026-11-28T22:30")));
        assertThat(web.get().uri(url)).hasStatusOk().bodyText().contains("一般在什么时段吵", "0点到早上6点", "2026-11-28 22:30");
        assertThat(onCasePage(url)).contains("一般在什么时段吵", "0点到早上6点");
        assertThat(answers(url)).containsExactly("一般在什么时段吵=0点到早上6点", "最近一次从什么时候开始=2026-11-28 22:30");

        var dispute = sent(form("07-01", Map.of("answer-07-01-RELATION", "trade", "answer-07-01-TRIED",
                "<b>没有</b>，找过他 13812345678")));
        assertThat(web.get().uri(dispute)).bodyText().contains("&lt;b&gt;没有", "138****5678")
                .doesNotContain("13812345678", "<b>没有");
        assertThat(onCasePage(dispute)).contains("买卖、租赁", "138****5678").doesNotContain("13812345678");
    }

    @Test
    void keepsSeveralChoicesOfOneQuestion() {
        var form = new LinkedMultiValueMap<String, String>();
        form("03-01", Map.of()).forEach(form::add);
        form.addAll(HOURS, List.of("night", "noon"));
        var sent = web.post().uri("/report").with(csrf()).params(form).exchange();
        assertThat(answers(String.valueOf(sent.getResponse().getRedirectedUrl())))
                .containsExactly("一般在什么时段吵=中午12点到14点半、0点到早上6点");
    }

    @Test
    void countsTheAnswersOfTheChosenCategoryAlone() {
        assertThat(answers(sent(form("06-12", Map.of(HOURS, "never", "answer-06-12-POLE", "D-0071"))))).containsExactly(
                "灯杆或设施上的编号=D-0071");
        assertThat(answers(sent(form("", Map.of(HOURS, "night", "answer--POLE", "1"))))).isEmpty();
    }

    @Test
    void sameAnswersAgainAreOneCaseAndOthersAreAnotherOne() {
        var form = form("03-01", Map.of(HOURS, "night"));
        var first = sent(form);
        assertThat(sent(form)).isEqualTo(first);
        form.put(HOURS, "noon");
        form.put("separate", "true");
        assertThat(sent(form)).isNotEqualTo(first);
    }

    @Test
    void handsTheAnswersOnWhenItAsksAboutCasesCloseBy() {
        var grid = Map.of("gridCode", "G0302", "answer-05-01-WHAT", "missing");
        sent(form("05-01", grid));
        var asked = send(form("05-01", grid));
        assertThat(asked).hasStatusOk().bodyText()
                .contains("附近已有人反映", "name=\"answer-05-01-WHAT\" value=\"missing\"");
    }

    @Test
    void nothingChangesAnAnswerAfterwards() {
        sent(form("06-12", Map.of("answer-06-12-POLE", "D-0072")));
        for (var change : List.of("update case_answer set answer = 'x'", "delete from case_answer",
                "truncate case_answer")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only grows");
        }
    }

    @Test
    void asksStaffTheSame() {
        var form = form("03-01", Map.of("channel", "HOTLINE"));
        assertThat(staff(form)).hasStatus(422).bodyText().contains("请回答“一般在什么时段吵”", "report-questions.js");
        form.put(HOURS, "evening");
        assertThat(staff(form)).hasStatus3xxRedirection();
    }

    private MvcTestResult staff(Map<String, String> form) {
        var request = web.post().uri("/staff/report").with(csrf()).with(user("wangchunsheng").roles("LEADER"));
        form.forEach(request::param);
        return request.exchange();
    }

    private String sent(Map<String, String> form) {
        var sent = send(form);
        assertThat(sent).hasStatus3xxRedirection();
        return String.valueOf(sent.getResponse().getRedirectedUrl());
    }

    private MvcTestResult send(Map<String, String> form) {
        var request = web.post().uri("/report").with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private String onCasePage(@Nullable String url) {
        var number = jdbc.sql("select case_number from grid_case where receipt_code = ?").param(code(url))
                .query(String.class).single();
        var page = web.get().uri("/cases/" + number).with(user("fengguifang").roles("DISPATCHER")).exchange();
        assertThat(page).hasStatusOk();
        try {
            return page.getResponse().getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> answers(@Nullable String url) {
        return jdbc.sql("""
                select question || '=' || answer from case_answer
                where case_id = (select id from grid_case where receipt_code = ?) order by id""").param(code(url))
                .query(String.class).list();
    }

    private static String code(@Nullable String url) {
        return String.valueOf(url).replaceAll("^/receipt/|\\?new$", "");
    }

    private static Map<String, String> form(String category, Map<String, String> more) {
        var form = new LinkedHashMap<>(Map.of("submissionKey", UUID.randomUUID().toString(), "category", category,
                "text", "工地夜里一直在响，睡不着", "place", "grid", "gridCode", "G0301"));
        form.putAll(more);
        form.putIfAbsent("separate", more.containsKey("gridCode") ? "" : "true");
        return form;
    }
}
