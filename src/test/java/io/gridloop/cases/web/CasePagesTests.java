package io.gridloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.Reporting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CasesTest
class CasePagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Reporting reporting;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void listsCases() {
        var number = walk.view(walk.beingHandled()).caseNumber();
        assertThat(mvc.get().uri("/cases").with(anyone())).hasStatusOk().bodyText().contains(number, "处置中", "时限内");
    }

    @Test
    void findsACaseByPartOfItsNumber() {
        var found = walk.view(walk.beingHandled()).caseNumber();
        var other = walk.view(walk.beingHandled()).caseNumber();
        assertThat(mvc.get().uri("/cases").param("number", found.toLowerCase()).with(anyone()))
                .hasStatusOk().bodyText().contains(found).doesNotContain(other);
    }

    @Test
    void filtersByState() {
        var closed = walk.view(walk.closed()).caseNumber();
        var open = walk.view(walk.beingHandled()).caseNumber();
        assertThat(mvc.get().uri("/cases").param("state", "CLOSED").with(anyone()))
                .hasStatusOk().bodyText().contains(closed, "（已解决）").doesNotContain(open);
    }

    @Test
    void saysThatNothingWasFound() {
        assertThat(mvc.get().uri("/cases").param("number", "%_无").with(anyone())).hasStatusOk().bodyText()
                .contains("没有符合条件的案件");
    }

    @ParameterizedTest
    @CsvSource({"state,NONSENSE", "page,-1", "page,99999999999", "overdue,maybe", "number,'; drop table'"})
    void leavesOutAFilterItDoesNotUnderstand(String name, String value) {
        assertThat(mvc.get().uri("/cases").param(name, value).with(anyone())).hasStatusOk();
    }

    @Test
    void pagesByTwenty() {
        for (int i = 0; i < 21; i++) {
            reporting.accept(CaseWalk.aReport());
        }
        assertThat(mvc.get().uri("/cases").param("each", "true").with(anyone())).hasStatusOk().bodyText()
                .contains("下一页");
        assertThat(mvc.get().uri("/cases").param("each", "true").param("page", "1").with(anyone())).hasStatusOk()
                .bodyText().contains("上一页");
    }

    @Test
    void showsACaseWithMaskedContact() {
        long caseId = walk.beingHandled();
        assertThat(mvc.get().uri("/cases/" + walk.view(caseId).caseNumber()).with(anyone()))
                .hasStatusOk().bodyText()
                .contains("138****5678", "按规则 R-0102-C", "限4个工作时", "/operate/processes/" + caseId * 10)
                .doesNotContain("13812345678", "调整时限</h2>");
    }

    @Test
    void knowsNoOtherCase() {
        assertThat(mvc.get().uri("/cases/WZ26-999999-9").with(anyone())).hasStatus(404);
    }

    @Test
    void letsASupervisorMoveTheDeadline() {
        long caseId = walk.beingHandled();
        assertThat(move(caseId, "2026-12-28T18:00", "现场需要大型设备", supervisor())).hasStatus3xxRedirection();
        assertThat(walk.view(caseId).dueAt()).isEqualTo("2026-12-28T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01T00:00,理由充分,必须晚于现在", "'',理由充分,请按 年-月-日 时:分", "昨天,理由充分,请按 年-月-日 时:分",
            "2026-12-28T18:00,'',请填写调整理由", "9999-12-31T23:59,理由充分,一年以内"})
    void explainsWhatIsWrongAndKeepsWhatWasTyped(String dueAt, String reason, String problem) {
        assertThat(move(walk.beingHandled(), dueAt, reason, supervisor())).hasStatus(422).bodyText().contains(problem,
                reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEADER", "FULL_TIME", "DEPARTMENT", "INTAKE", "DISPATCHER"})
    void refusesEverybodyElse(String role) {
        assertThat(move(walk.beingHandled(), "2026-12-28T18:00", "理由充分", user("x").roles(role))).hasStatus(403);
    }

    @Test
    void letsTheLeaderTakeAClosedCaseUpAgain() {
        long caseId = walk.closed();
        assertThat(mvc.get().uri("/cases/" + walk.view(caseId).caseNumber()).with(anyone())).bodyText()
                .contains("重新办理</h2>");
        assertThat(reopen(caseId, " ", anyone())).hasStatus(422).bodyText().contains("请填写重新办理的理由");
        assertThat(reopen(caseId, "现场又有垃圾", user("fengguifang").roles("DISPATCHER"))).hasStatus(422).bodyText()
                .contains("只有案件所在网格的网格长").doesNotContain("reopen-reason");
        assertThat(reopen(caseId, "现场又有垃圾", anyone())).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/cases/" + walk.view(caseId).caseNumber()).with(anyone())).bodyText()
                .contains("重新办理第 1 次", "重新办理（第1次）：现场又有垃圾").doesNotContain("重新办理</h2>");
    }

    @Test
    void showsTheContactOnceForAReasonAndWritesDownWhoLooked() {
        long caseId = walk.beingHandled();
        assertThat(contact(caseId, "回访 13800001111", anyone())).hasStatusOk().bodyText().contains("13812345678", "李某");
        assertThat(mvc.get().uri("/cases/" + walk.view(caseId).caseNumber()).with(anyone())).bodyText()
                .contains("查看了反映人的联系方式。理由：回访 138****1111").doesNotContain("13812345678");
        assertThat(jdbc.sql("select detail from audit_entry where actor = ? and action = ? and subject = ?")
                .params("wangchunsheng", "case.contact", walk.view(caseId).caseNumber()).query(String.class).single())
                .isEqualTo("查看反映人的联系方式。理由：回访 138****1111");
    }

    @Test
    void showsNoContactWithoutAReason() {
        long caseId = walk.beingHandled();
        assertThat(contact(caseId, " ", anyone())).hasStatus(422).bodyText().contains("请填写查看理由")
                .doesNotContain("13812345678", "李某");
        assertThat(walk.view(caseId).history()).noneMatch(entry -> entry.element().equals("Page_Contact"));
    }

    @ParameterizedTest
    @CsvSource({"lilijuan,FULL_TIME,200", "handongsheng,INTAKE,200", "fengguifang,DISPATCHER,200",
            "dengjianshe,SUPERVISOR,403", "caojiayi,ADMIN,403", "luoxiaolan,COMMUNITY,403", "duanwenbin,STREET,403",
            "chenmingliang,LEADER,404", "yanghongxia,FULL_TIME,404"})
    void showsTheContactToThoseWhoDealWithTheReporter(String login, String role, int status) {
        assertThat(contact(walk.beingHandled(), "回访反映人", user(login).roles(role))).hasStatus(status);
    }

    @Test
    void aHandlerWhoIsDoneSeesTheCaseButNoContactAnyMore() {
        long caseId = walk.closed();
        var worker = user("lilijuan").roles("FULL_TIME");
        assertThat(mvc.get().uri("/cases/" + walk.view(caseId).caseNumber()).with(worker)).hasStatusOk();
        assertThat(contact(caseId, "回访反映人", worker)).hasStatus(403);
    }

    @Test
    void refusesAFormFromElsewhere() {
        var number = walk.view(walk.beingHandled()).caseNumber();
        assertThat(mvc.post().uri("/cases/" + number + "/deadline").param("dueAt", "2026-12-28T18:00")
                .param("reason", "理由充分").with(supervisor()))
                .hasStatus(403);
    }

    private MvcTestResult contact(long caseId, String reason, UserRequestPostProcessor who) {
        return mvc.post().uri("/cases/" + walk.view(caseId).caseNumber() + "/contact").param("reason", reason)
                .with(who).with(csrf()).exchange();
    }

    private MvcTestResult move(long caseId, String dueAt, String reason, UserRequestPostProcessor who) {
        return mvc.post().uri("/cases/" + walk.view(caseId).caseNumber() + "/deadline")
                .param("dueAt", dueAt).param("reason", reason).with(who).with(csrf()).exchange();
    }

    private MvcTestResult reopen(long caseId, String reason, UserRequestPostProcessor who) {
        return mvc.post().uri("/cases/" + walk.view(caseId).caseNumber() + "/reopen").param("reason", reason).with(who)
                .with(csrf()).exchange();
    }

    private static UserRequestPostProcessor anyone() {
        return user("wangchunsheng").roles("LEADER");
    }

    private static UserRequestPostProcessor supervisor() {
        return user("lilijuan").roles("SUPERVISOR");
    }
}
