package io.gridloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@CasesTest
class BlameLoopPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingIsPassedAround() {
        jdbc.sql("update grid_case set blame_loop_at = null").update();
    }

    @Test
    void saysThatNothingIsPassedAround() {
        walk.beingHandled();
        page("").contains("现在没有推诿案件", "共 0 件", "/blame-loops\">推诿</a>");
    }

    @Test
    void listsWhoGaveItBackWhenAndWhyAndTheRulings() {
        long caseId = walk.passedAround();
        page("").contains("共 1 件", number(caseId), "首接单位：城市管理局", "不属于我单位的职责", "张立新", "派遣员：改派住房和城乡建设局")
                .containsSubsequence("城市管理局 退单", "住房和城乡建设局 退单", "公安局 退单").doesNotContain("维持原派遣");
        walk.ruled(caseId, "maintain", "", "属公安局职责");
        page("").contains("派遣员：维持原派遣（裁定，不能再退单）：属公安局职责");
    }

    @Test
    void showsTheFirstReceiverAndTheMarkOnThePageOfTheCase() {
        long caseId = walk.passedAround();
        assertThat(mvc.get().uri("/cases/" + number(caseId)).with(user("dengjianshe").roles("SUPERVISOR")))
                .hasStatusOk().bodyText().contains("首接单位", "推诿案件");
    }

    @Test
    void pagesByTwenty() {
        for (int i = 0; i < 21; i++) {
            jdbc.sql("update grid_case set blame_loop_at = now() where id = ?").param(walk.beingHandled()).update();
        }
        page("").contains("第 1 页，共 2 页", "下一页").doesNotContain("上一页");
        page("1").contains("上一页").doesNotContain("下一页");
        page("7").contains("没有这一页");
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }

    private AbstractStringAssert<?> page(String number) {
        return assertThat(mvc.get().uri("/blame-loops").param("page", number).with(user("dengjianshe").roles(
                "SUPERVISOR"))).hasStatusOk().bodyText();
    }
}
