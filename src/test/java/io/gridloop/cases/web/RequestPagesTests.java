package io.gridloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The forms that ask for more time and decide on it, and the list of what waits. */
@CasesTest
class RequestPagesTests {

    private static final UserRequestPostProcessor HANDLER = user("lilijuan").roles("FULL_TIME");
    private static final UserRequestPostProcessor LEADER = user("wangchunsheng").roles("LEADER");
    private static final UserRequestPostProcessor SUPERVISOR = user("dengjianshe").roles("SUPERVISOR");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Test
    void offersTheFormToWhoHandlesTheCaseAlone() {
        long caseId = walk.beingHandled();
        assertThat(page(caseId, HANDLER)).hasStatusOk().bodyText().contains("申请延期", "工作时1至40、工作日1至30、自然日1至60",
                "每轮办理最多2次");
        assertThat(page(caseId, LEADER)).hasStatusOk().bodyText().doesNotContain("申请延期");
    }

    @Test
    void goesFromTheHandlerOverTheLeaderToTheSupervisor() {
        long caseId = walk.beingHandled();
        assertThat(ask(caseId, "3", "workingDay", "等待维修配件到货")).hasStatus3xxRedirection();
        assertThat(page(caseId, HANDLER)).bodyText().contains("待网格长审核", "延期3个工作日", "等待维修配件到货")
                .doesNotContain("不同意", "more-amount");
        assertThat(page(caseId, LEADER)).bodyText().contains("支持", "不同意").doesNotContain("批准多少");
        assertThat(mvc.get().uri("/approvals").with(LEADER)).hasStatusOk().bodyText()
                .contains(walk.view(caseId).caseNumber(), "待审批（", "等待维修配件到货");

        assertThat(opine(caseId, "support", "情况属实")).hasStatus3xxRedirection();
        assertThat(page(caseId, LEADER)).bodyText().contains("待督办员审批", "情况属实").doesNotContain("不同意</button>");
        assertThat(page(caseId, SUPERVISOR)).bodyText().contains("批准多少工作日（批准时必填，1至3）");

        assertThat(decide(caseId, "grant", "2", "")).hasStatus3xxRedirection();
        assertThat(page(caseId, HANDLER)).bodyText().contains("已批准", "批准2个工作日", "申请延期3个工作日，批准2个工作日。");
        assertThat(decide(caseId, "grant", "2", "")).hasStatus(422).bodyText().contains("已经处理或作废");
    }

    @ParameterizedTest
    @CsvSource({"99,workingDay,理由充分,more-problem,工作日1至30", "3,workingDay,'',more-reason-problem,请填写延期理由",
            "x,workingDay,理由充分,more-problem,请填写整数", "3,century,理由充分,more-problem,选择单位"})
    void showsWhatIsWrongByItsFieldAndKeepsWhatWasTyped(String amount, String unit, String reason, String at,
            String problem) {
        long caseId = walk.beingHandled();
        assertThat(ask(caseId, amount, unit, reason)).hasStatus(422).bodyText()
                .contains("id=\"" + at + "\"", problem, "value=\"" + amount + "\"", reason);
    }

    @Test
    void sendsBackARefusalWithoutAReason() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "3", "workingDay");
        assertThat(opine(caseId, "refuse", "")).hasStatus(422).bodyText().contains("note-problem", "请填写不同意的理由");
        walk.supported(caseId);
        assertThat(decide(caseId, "grant", "9", "按需")).hasStatus(422).bodyText().contains("granted-problem", "1至3之间",
                "按需");
    }

    @Test
    void suspendsAndResumes() {
        long caseId = walk.beingHandled();
        assertThat(page(caseId, HANDLER)).bodyText().contains("申请挂账", "等待上级批复", "涉法涉诉程序未完",
                "复核日期（必填，今天以后、一年以内）");
        assertThat(suspend(caseId, "LEGAL", "2026-12-28", "案件正在诉讼")).hasStatus3xxRedirection();
        assertThat(page(caseId, LEADER)).bodyText().contains("挂账（涉法涉诉程序未完），2026-12-28复核", "案件正在诉讼");
        assertThat(opine(caseId, "support", "")).hasStatus3xxRedirection();
        assertThat(page(caseId, SUPERVISOR)).bodyText().contains("批准</button>").doesNotContain("批准多少");
        assertThat(decide(caseId, "grant", "", "")).hasStatus3xxRedirection();

        assertThat(page(caseId, HANDLER)).bodyText().contains("挂账至2026-12-28", "限4个工作时，挂账至2026年12月28日，其间不计时")
                .doesNotContain("恢复计时</button>");
        assertThat(mvc.get().uri("/cases").param("number", walk.view(caseId).caseNumber()).with(LEADER)).bodyText()
                .contains("挂账");
        assertThat(post(caseId, "/resumption", HANDLER)).hasStatus(403);
        assertThat(page(caseId, LEADER)).bodyText().contains("恢复计时</button>");
        assertThat(post(caseId, "/resumption", LEADER)).hasStatus3xxRedirection();
        assertThat(post(caseId, "/resumption", LEADER)).hasStatus(422).bodyText().contains("已经恢复计时");
        assertThat(page(caseId, HANDLER)).bodyText().contains("结束挂账", "时限至");
    }

    @ParameterizedTest
    @CsvSource({"'',2026-12-28,理由充分,cause-problem", "LEGAL,2026-11-20,理由充分,review-problem",
            "LEGAL,2030-01-01,理由充分,review-problem", "LEGAL,2026-12-28,'',suspend-reason-problem"})
    void showsWhatIsWrongWithASuspensionByItsField(String cause, String day, String reason, String at) {
        assertThat(suspend(walk.beingHandled(), cause, day, reason)).hasStatus(422).bodyText()
                .contains("id=\"" + at + "\"", day, reason, "<details open");
    }

    private MvcTestResult suspend(long caseId, String cause, String day, String reason) {
        return post(caseId, "/suspension", HANDLER, "cause", cause, "reviewOn", day, "reason", reason);
    }

    @Test
    void refusesThoseWhoseTurnItIsNot() {
        long caseId = walk.beingHandled();
        assertThat(post(caseId, "/extension", LEADER, "amount", "3")).hasStatus(403);
        assertThat(post(caseId, "/extension", user("yanghongxia").roles("FULL_TIME"), "amount", "3")).hasStatus(404);
        walk.asksForMoreTime(caseId, "3", "workingDay");
        assertThat(post(caseId, "/requests/opinion", HANDLER, "decision", "support")).hasStatus(403);
        assertThat(post(caseId, "/requests/decision", LEADER, "decision", "grant")).hasStatus(403);
        assertThat(post(caseId, "/requests/decision", user("caojiayi").roles("ADMIN"), "decision", "grant"))
                .hasStatus(403);
        assertThat(mvc.get().uri("/approvals").with(HANDLER)).hasStatus(403);
    }

    @Test
    void saysThatNothingWaitsAndShowsNoListToOthers() {
        assertThat(mvc.get().uri("/approvals?page=99999").with(user("chenmingliang").roles("LEADER"))).hasStatusOk()
                .bodyText().contains("现在没有要您审批的申请", ">待审批</a>");
        assertThat(mvc.get().uri("/cases").with(HANDLER)).hasStatusOk().bodyText().doesNotContain("待审批");
        assertThat(mvc.get().uri("/approvals?page=-1").with(LEADER)).hasStatusOk();
    }

    private MvcTestResult page(long caseId, UserRequestPostProcessor who) {
        return mvc.get().uri("/cases/" + walk.view(caseId).caseNumber()).with(who).exchange();
    }

    private MvcTestResult ask(long caseId, String amount, String unit, String reason) {
        return post(caseId, "/extension", HANDLER, "amount", amount, "unit", unit, "reason", reason);
    }

    private MvcTestResult opine(long caseId, String decision, String note) {
        return post(caseId, "/requests/opinion", LEADER, "request", walk.request(caseId), "decision", decision, "note",
                note);
    }

    private MvcTestResult decide(long caseId, String decision, String amount, String note) {
        return post(caseId, "/requests/decision", SUPERVISOR, "request", walk.request(caseId), "decision", decision,
                "amount", amount, "note", note);
    }

    private MvcTestResult post(long caseId, String path, UserRequestPostProcessor who, String... fields) {
        var request = mvc.post().uri("/cases/" + walk.view(caseId).caseNumber() + path).with(who).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
