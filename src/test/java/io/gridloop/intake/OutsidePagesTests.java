package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.photos.TestPictures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What residents are told of matters that the grid does not take, and what happens when they insist. */
@IntakeTest
class OutsidePagesTests {

    private static final String COURT = "邻居占地的事法院已经判了，他不执行";

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @Test
    void stopsAndSaysWhereToTurnBeforeItMakesACase() {
        long before = cases();
        assertThat(send(form(COURT, Map.of("reporterName", "李四")))).hasStatusOk().bodyText()
                .contains("这件事可能不归网格办", "tel:12368", "国办发〔2020〕53号", "还没有提交", "tel:119",
                        "我的事情不属于这种情况，继续上报", "name=\"anyway\" value=\"PROCEEDINGS\"",
                        "name=\"text\" value=\"" + COURT + "\"",
                        "name=\"reporterName\" value=\"李四\"")
                .doesNotContain("style=");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void takesItFromWhoInsistsAndTellsStaffOnce() {
        var form = form(COURT, Map.of("anyway", "PROCEEDINGS"));
        var sent = send(form);
        assertThat(sent).hasStatus3xxRedirection();
        assertThat(send(form)).hasRedirectedUrl(sent.getResponse().getRedirectedUrl());
        assertThat(notes(sent)).singleElement().asString().contains("仲裁、行政复议", "反映人表示不属于这种情况");
        assertThat(web.get().uri(url(sent))).hasStatusOk().bodyText().doesNotContain("反映人表示不属于这种情况");
        var number = jdbc.sql("select case_number from grid_case where receipt_code = ?").param(code(sent))
                .query(String.class).single();
        assertThat(web.get().uri("/cases/" + number).with(user("fengguifang").roles("DISPATCHER"))).bodyText()
                .contains("反映人表示不属于这种情况");
    }

    @Test
    void saysWhatWasNotSaidYet() {
        assertThat(send(form(COURT + "，村干部收红包", Map.of("anyway", "PROCEEDINGS")))).hasStatusOk().bodyText()
                .contains("tel:12388").doesNotContain("tel:12368");
        assertThat(send(form(COURT, Map.of("anyway", "NONSENSE")))).hasStatusOk().bodyText().contains("tel:12368");
    }

    @Test
    void knowsItByItsCategory() {
        assertThat(send(form("反映的事一直没有结果", Map.of("category", "07-02")))).hasStatusOk().bodyText()
                .contains("已经进入信访渠道的事");
    }

    @Test
    void namesTheFasterWayForUnpaidWagesAndTakesThem() {
        assertThat(send(form("工地拖欠我们的工资", Map.of()))).hasStatusOk().bodyText()
                .contains("还有更直接的办法", "tel:12333", "我知道了，继续上报").doesNotContain("我的事情不属于这种情况");
        var sent = send(form("工地拖欠我们的工资", Map.of("anyway", "WAGES")));
        assertThat(notes(sent)).singleElement().asString().contains("更直接的途径").doesNotContain("不属于受理范围");
    }

    @Test
    void saysWhatIsWrongWithTheFormFirstAndNeverHoldsUpAnEmergency() {
        assertThat(send(form(COURT, Map.of("contact", "12")))).hasStatus(422).bodyText().contains("请填 11 位手机号");
        assertThat(send(form(COURT, Map.of("emergencyLine", "110")))).hasStatus3xxRedirection();
    }

    @Test
    void handsThePhotographsOnAndAsksAboutCasesCloseByAfterwards() {
        var first = form("井盖坏了，法院门口", Map.of("category", "01-07", "gridCode", "G0202"));
        assertThat(send(first)).hasStatus3xxRedirection();
        var request = web.post().uri("/report").multipart()
                .file(new MockMultipartFile("photo", "a.jpg", "image/jpeg", TestPictures.jpeg(80, 60))).with(csrf());
        var form = form(COURT, Map.of("category", "01-07", "gridCode", "G0202"));
        form.forEach(request::param);
        assertThat(request.exchange()).hasStatusOk().bodyText()
                .containsPattern("name=\"keptPhoto\" value=\"[0-9a-f-]{36}\"");
        form.put("anyway", "PROCEEDINGS");
        assertThat(send(form)).hasStatusOk().bodyText()
                .contains("附近已有人反映", "name=\"anyway\" value=\"PROCEEDINGS\"");
    }

    @Test
    void staffDecideForThemselves() {
        var form = form(COURT, Map.of("channel", "HOTLINE"));
        var request = web.post().uri("/staff/report").with(csrf()).with(user("wangchunsheng").roles("LEADER"));
        form.forEach(request::param);
        assertThat(request.exchange()).hasStatus3xxRedirection();
    }

    private MvcTestResult send(Map<String, String> form) {
        var request = web.post().uri("/report").with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private List<String> notes(MvcTestResult sent) {
        assertThat(sent).hasStatus3xxRedirection();
        return jdbc.sql("""
                select internal_text from case_entry
                where element = 'Page_Report' and case_id = (select id from grid_case where receipt_code = ?)""")
                .param(code(sent)).query(String.class).list();
    }

    private static String url(MvcTestResult sent) {
        return String.valueOf(sent.getResponse().getRedirectedUrl());
    }

    private static String code(MvcTestResult sent) {
        return url(sent).replaceAll("^/receipt/|\\?new$", "");
    }

    private long cases() {
        return jdbc.sql("select count(*) from grid_case").query(Long.class).single();
    }

    private static Map<String, String> form(String text, Map<String, String> more) {
        var form = new LinkedHashMap<>(Map.of("submissionKey", UUID.randomUUID().toString(), "text", text, "place",
                "grid", "gridCode", "G0201"));
        form.putAll(more);
        return form;
    }
}
