package io.gridloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The blocks of the case page on co-handlers and whistles, and the list of whistles. */
@CasesTest
class TogetherPagesTests {

    private static final UserRequestPostProcessor LEAD = user("liuyuqing").roles("PART_TIME");
    private static final UserRequestPostProcessor LEADER = user("wangchunsheng").roles("LEADER");
    private static final UserRequestPostProcessor CO_HANDLER = user("zhengweimin").roles("DEPARTMENT");
    private static final UserRequestPostProcessor STRANGER = user("songzixuan").roles("DEPARTMENT");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Test
    void showsEachCoHandlerAndLetsTheLeadRemindThem() {
        long caseId = walk.beingHandledTogether();
        var part = String.valueOf(walk.part("case_assistance", "publicSecurity"));
        assertThat(page(caseId, LEAD)).hasStatusOk().bodyText().contains("城市管理局", "公安局", "郑卫民", "待反馈", "时限内", "提醒协办");
        assertThat(page(caseId, CO_HANDLER)).hasStatusOk().bodyText().contains("待反馈").doesNotContain("提醒协办</button>");
        assertThat(post(caseId, "/reminder", CO_HANDLER, "assistance", part)).hasStatus(403);
        assertThat(post(caseId, "/reminder", LEAD, "assistance", part)).hasStatus3xxRedirection();
        assertThat(post(caseId, "/reminder", LEAD, "assistance", part)).hasStatus(422).bodyText()
                .contains("一小时内已经提醒过", "已提醒1次");
        assertThat(post(caseId, "/reminder", LEAD, "assistance", "x")).hasStatus(422).bodyText().contains("没有这项协办");
    }

    @Test
    void blowsTheWhistleAndShowsWhomItCalled() {
        long caseId = walk.beingHandled();
        assertThat(page(caseId, LEADER)).bodyText().contains("需要部门到场？吹哨", "报到时限（必填，1到40个工作时）");
        assertThat(page(caseId, user("lilijuan").roles("FULL_TIME"))).bodyText().doesNotContain("吹哨报到</h2>");
        assertThat(blow(caseId, "", "小区东门")).hasStatus(422).bodyText().contains("departments-problem", "燃气管道泄漏",
                "<details open");
        assertThat(blow(caseId, "publicSecurity", "")).hasStatus(422).bodyText().contains("whistle-place-problem",
                "checked=\"checked\"");
        assertThat(blow(caseId, "publicSecurity", "小区东门")).hasStatus3xxRedirection();
        assertThat(page(caseId, LEADER)).bodyText().contains("进行中", "小区东门报到", "待报到").doesNotContain("需要部门到场");
        assertThat(blow(caseId, "publicSecurity", "小区东门")).hasStatus(422).bodyText().contains("上一次吹哨还没有处置完毕");
    }

    @Test
    void listsWhistlesForThoseTheyConcern() {
        long caseId = walk.beingHandled();
        blow(caseId, "publicSecurity", "小区东门");
        var number = walk.view(caseId).caseNumber();
        assertThat(list(LEADER)).hasStatusOk().bodyText().contains(number, "待报到", "燃气管道泄漏");
        assertThat(list(CO_HANDLER)).hasStatusOk().bodyText().contains(number);
        assertThat(list(STRANGER)).hasStatusOk().bodyText().contains("还没有吹哨").doesNotContain(number);
    }

    private MvcTestResult blow(long caseId, String department, String place) {
        return post(caseId, "/whistle", LEADER, "departments", department, "reason", "燃气管道泄漏", "place", place, "hours",
                "2");
    }

    private MvcTestResult list(UserRequestPostProcessor who) {
        return mvc.get().uri("/whistles").with(who).exchange();
    }

    private MvcTestResult page(long caseId, UserRequestPostProcessor who) {
        return mvc.get().uri("/cases/" + walk.view(caseId).caseNumber()).with(who).exchange();
    }

    private MvcTestResult post(long caseId, String form, UserRequestPostProcessor who, String... fields) {
        var request = mvc.post().uri("/cases/" + walk.view(caseId).caseNumber() + form).with(who).with(csrf());
        var values = Arrays.asList(fields);
        for (int i = 0; i < values.size(); i += 2) {
            request.param(values.get(i), values.get(i + 1));
        }
        return request.exchange();
    }
}
