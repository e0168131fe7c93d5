package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.cases.Withdrawing;
import io.gridloop.notify.ResidentMessages;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

@IntakeTest
@Import(CaseWalk.class)
class JoiningPagesTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private ResidentMessages messages;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void asksWhetherItIsOneOfTheOpenCasesCloseByBeforeItMakesACase() {
        var first = reported("01-01", "G0201");
        var form = form("01-01", "G0201");
        long before = cases();
        var asked = post("/report", form);
        assertThat(asked).hasStatusOk().bodyText()
                .contains("附近已有人反映", "柳岸社区 第一网格", "私搭乱建", "已上报", first.caseNumber(), "tel:119",
                        "就是这件事，加入", "不是同一件，继续提交", "name=\"text\" value=\"" + form.get("text") + "\"")
                .doesNotContain("李某", "13812345678", "楼道里的杂物", "四单元");
        assertThat(cases()).isEqualTo(before);
        assertThat(separately(form)).hasStatus3xxRedirection();
        assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void asksNothingWithoutAKindOrInAnEmergency() {
        reported("01-03", "G0201");
        assertThat(post("/report", form("", "G0201"))).hasStatus3xxRedirection();
        var urgent = form("01-03", "G0201");
        urgent.put("emergencyLine", "119");
        assertThat(post("/report", urgent)).hasStatus3xxRedirection();
    }

    @Test
    void leadsASecondClickToTheReceiptOfTheFirst() {
        var form = form("01-04", "G0201");
        var first = post("/report", form);
        assertThat(first).hasStatus3xxRedirection();
        assertThat(post("/report", form)).hasRedirectedUrl(first.getResponse().getRedirectedUrl());
    }

    @Test
    void opensTheCaseForWhoJoinsAndTellsStaffHowMany() {
        var first = reported("01-05", "G0201");
        var form = form("01-05", "G0201");
        var joined = join(form, first.caseNumber());
        assertThat(joined).hasStatus3xxRedirection();
        assertThat(join(form, first.caseNumber())).hasRedirectedUrl(joined.getResponse().getRedirectedUrl());
        assertThat(join(form("01-05", "G0201"), first.caseNumber())).hasStatus3xxRedirection();

        var receipt = joined.getResponse().getRedirectedUrl();
        assertThat(open(receipt)).hasStatusOk().bodyText()
                .contains("已经加入", "您加入的这件事", first.caseNumber(), "data:image/png")
                .doesNotContain("楼道里的杂物", "四单元", "李某", "撤回这件事", first.receiptCode());
        assertThat(web.get().uri("/cases/" + first.caseNumber()).with(user("fengguifang").roles("DISPATCHER"))
                .exchange()).bodyText().contains("另有 2 人反映同一问题");
    }

    @Test
    void givesWhoJoinedTheNewsOfTheReporterAndNoWayToWithdrawOrRate() {
        long caseId = walk.beingHandled();
        var view = walk.view(caseId);
        var joined = join(form("01-02", CaseWalk.GRID), view.caseNumber()).getResponse().getRedirectedUrl();
        var code = String.valueOf(joined).replaceAll("^/receipt/|\\?new$", "");
        assertThat(open("/receipt/" + code)).bodyText().contains("本社区（网格人员）", "办理期限");
        walk.handled(caseId);
        walk.verified(caseId);
        messages.tellEnd(caseId);
        assertThat(open("/receipt/" + code)).bodyText().contains("给您的回复", "已结案").doesNotContain("请您评价", "垃圾成堆");
        assertThat(open("/receipt/" + walk.receiptCode(caseId))).bodyText().contains("请您评价");
        assertThat(post("/receipt/" + code + "/rating", Map.of("grade", "SATISFIED"))).hasStatus(422);
        assertThat(post("/receipt/" + code + "/withdraw", Map.of())).hasStatus(422);
    }

    @Test
    void saysThatTheCaseEndedMeanwhileAndTakesTheReportAnew() {
        var first = reported("01-07", "G0201");
        var form = form("01-07", "G0201");
        withdrawing.withdraw(first.receiptCode(), "");
        assertThat(join(form, first.caseNumber())).hasStatus(409).bodyText()
                .contains("没有加入", "不是同一件，继续提交", "name=\"separate\" value=\"true\"").doesNotContain("就是这件事，加入");
        assertThat(separately(form)).hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @CsvSource({"text, 短, 太短了", "gridCode, G9999, 没有这个网格", "submissionKey, x, 页面已过期", "category, 99-99, 没有这个类别"})
    void joinsNothingWithAFormThatHasAProblem(String field, String value, String sentence) {
        var first = reported("01-08", "G0201");
        var form = form("01-08", "G0201");
        form.put(field, value);
        assertThat(join(form, first.caseNumber())).hasStatus(422).bodyText().contains(sentence);
        assertThat(post("/report", form)).hasStatus(422).bodyText().contains(sentence);
    }

    @Test
    void handsOnWhatWasTypedAsPlainText() {
        reported("02-02", "G0201");
        var form = form("02-02", "G0201");
        form.put("text", "第一行\r\n\"><script>alert(1)</script>");
        form.put("_csrf", "x");
        assertThat(web.post().uri("/report").with(csrf().asHeader()).params(params(form)).exchange()).hasStatusOk()
                .bodyText().contains("&lt;script&gt;").doesNotContain("<script>alert", "name=\"_csrf\" value=\"x\"");
    }

    private MvcTestResult join(Map<String, String> form, String caseNumber) {
        var sent = new HashMap<>(form);
        sent.put("caseNumber", caseNumber);
        return post("/report/join", sent);
    }

    private MvcTestResult separately(Map<String, String> form) {
        var sent = new HashMap<>(form);
        sent.put("separate", "true");
        return post("/report", sent);
    }

    private MvcTestResult post(String address, Map<String, String> form) {
        return web.post().uri(address).with(csrf()).params(params(form)).exchange();
    }

    private MvcTestResult open(@Nullable String address) {
        return web.get().uri(String.valueOf(address).replace("?new", "?new=")).exchange();
    }

    private static MultiValueMap<String, String> params(Map<String, String> form) {
        return MultiValueMap.fromSingleValue(form);
    }

    private long cases() {
        return jdbc.sql("select count(*) from grid_case").query(Long.class).single();
    }

    private Receipt reported(String category, String grid) {
        return reporting.accept(new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, category,
                null, "楼道里的杂物", grid, null, null, "四单元", "李某", "13812345678", null, null, clock.instant()));
    }

    private static Map<String, String> form(String category, String grid) {
        return new HashMap<>(Map.of("submissionKey", UUID.randomUUID().toString(), "text", "楼下又堆起来了", "place", "grid",
                "gridCode", grid, "category", category));
    }
}
