package io.gridloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.Withdrawing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The ladder on the page of a case and in the list of what is late. */
@CasesTest
class SupervisionPagesTests {

    private static final UserRequestPostProcessor HANDLER = user("lilijuan").roles("FULL_TIME");
    private static final UserRequestPostProcessor LEADER = user("wangchunsheng").roles("LEADER");
    private static final UserRequestPostProcessor SUPERVISOR = user("dengjianshe").roles("SUPERVISOR");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void offersTheLadderToTheSupervisorAndItsFirstStepToTheLeader() {
        long caseId = walk.beingHandled();
        assertThat(page(caseId, SUPERVISOR)).bodyText().contains("下达督办", "红牌</option>", "领导交办")
                .doesNotContain("超期</option>");
        assertThat(page(caseId, LEADER)).bodyText().contains("下达督办", "催办</option>").doesNotContain("红牌</option>");
        assertThat(page(caseId, HANDLER)).bodyText().doesNotContain("下达督办");
    }

    @Test
    void showsWhatWasOrderedRepliedAndCancelled() {
        long caseId = walk.beingHandled();
        assertThat(post(caseId, "", SUPERVISOR, "level", "YELLOW", "kind", "KEY", "reason", "请说明进展"))
                .hasStatus3xxRedirection();
        assertThat(page(caseId, HANDLER)).bodyText().contains("待回复", "计-5分", "请说明进展", "黄牌：李丽娟，-5分")
                .doesNotContain("撤销督办");
        assertThat(page(caseId, SUPERVISOR)).bodyText().contains("撤销督办").doesNotContain("督办</option>");
        assertThat(page(caseId, LEADER)).bodyText().doesNotContain("下达督办");

        var order = String.valueOf(walk.orderId(caseId));
        assertThat(post(caseId, "/cancel", SUPERVISOR, "order", order, "reason", "")).hasStatus(422).bodyText()
                .contains("cancel-problem", "请填写撤销理由");
        assertThat(post(caseId, "/cancel", SUPERVISOR, "order", order, "reason", "责任不在承办人"))
                .hasStatus3xxRedirection();
        assertThat(page(caseId, HANDLER)).bodyText().contains("邓建设撤销，不计分。理由：责任不在承办人", "（已撤销）")
                .doesNotContain("计-5分");
    }

    @Test
    void showsWhatIsWrongByItsFieldAndKeepsWhatWasTyped() {
        long caseId = walk.beingHandled();
        assertThat(post(caseId, "", SUPERVISOR, "level", "RED", "kind", "KEY", "reason", "急")).hasStatus(422).bodyText()
                .contains("supervision-reason-problem", "督办要求太短", ">急</textarea>");
        assertThat(post(caseId, "", SUPERVISOR, "level", "RED", "kind", "OVERDUE", "reason", "请办理")).hasStatus(422)
                .bodyText().contains("supervision-kind-problem", "没有超期");
    }

    @Test
    void refusesThoseWhoMayNot() {
        long caseId = walk.supervised("URGE");
        assertThat(post(caseId, "", HANDLER, "level", "URGE")).hasStatus(403);
        assertThat(post(caseId, "/cancel", LEADER, "order", "1")).hasStatus(403);
        assertThat(post(caseId, "", user("yanghongxia").roles("FULL_TIME"), "level", "URGE")).hasStatus(404);
        assertThat(post(caseId, "", LEADER, "level", "RED", "kind", "KEY", "reason", "请办理")).hasStatus(422);
    }

    @Test
    void theListOfWhatIsLateShowsTheHighestStep() {
        long caseId = walk.supervised("YELLOW");
        jdbc.sql("update grid_case set due_at = now() - interval '9 years' where id = ?").param(caseId).update();
        assertThat(mvc.get().uri("/overdue").with(SUPERVISOR)).hasStatusOk().bodyText()
                .containsSubsequence(List.of(walk.view(caseId).caseNumber(), "黄牌"));
        jdbc.sql("update grid_case set due_at = null where id = ?").param(caseId).update();
    }

    @Test
    void offersNoOtherDeadlineForAWithdrawnCase() {
        long caseId = walk.beingHandled();
        assertThat(page(caseId, SUPERVISOR)).bodyText().contains("调整时限</button>");
        withdrawing.withdraw(walk.receiptCode(caseId), "");
        assertThat(page(caseId, SUPERVISOR)).bodyText().doesNotContain("调整时限</button>", "下达督办");
    }

    private MvcTestResult page(long caseId, UserRequestPostProcessor who) {
        return mvc.get().uri("/cases/" + walk.view(caseId).caseNumber()).with(who).exchange();
    }

    private MvcTestResult post(long caseId, String path, UserRequestPostProcessor who, String... fields) {
        var request = mvc.post().uri("/cases/" + walk.view(caseId).caseNumber() + "/supervision" + path).with(who)
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
