package io.gridloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@CasesTest
class OverduePagesTests {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Duration LONG = Duration.ofDays(2).plusHours(3);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeEach
    void nothingIsLate() {
        jdbc.sql("update grid_case set due_at = ? where state = 'HANDLING'").param(ago(Duration.ofDays(-365))).update();
        jdbc.sql("delete from case_task where element = 'Task_SuperviseOverdue'").update();
    }

    @Test
    void saysThatNothingIsLate() {
        walk.beingHandled();
        page("").contains("现在没有超期的案件", "共 0 件").doesNotContain("在 Operate 中");
    }

    @Test
    void listsTheOldestDeadlineFirstWithItsInstanceInOperate() {
        var younger = late(Duration.ofMinutes(30));
        var older = late(LONG);
        page("").contains("共 2 件", "已超时30分钟", "已超时2天3小时",
                "应于 %s 办结".formatted(MINUTES.format(ago(LONG).atZoneSameInstant(clock.getZone()))), "李丽娟",
                "http://127.0.0.1:8081/operate/processes/" + older * 10 + "\"")
                .containsSubsequence(number(older), number(younger));
    }

    @Test
    void leavesOutWhatIsNotHandledAnyMore() {
        long closed = walk.closed();
        jdbc.sql("update grid_case set due_at = ? where id = ?").params(ago(LONG), closed).update();
        page("").doesNotContain(number(closed));
    }

    @Test
    void countsHowOftenTheSupervisorUrged() {
        long caseId = late(LONG);
        for (int i = 1; i <= 2; i++) {
            jdbc.sql("""
                    insert into case_effect (case_id, element, round, at, result)
                    values (?, 'Task_CheckSupervision', ?, ?, '{"supervisionResult": "urged"}')""")
                    .params(caseId, -i, ago(Duration.ZERO)).update();
        }
        page("").contains("已催办 2 次");
    }

    @Test
    void linksTheSupervisorsStepInOperate() {
        walk.superviseOverdue(late(LONG));
        page("").contains("督办中的案件（流程第 1 版，1 件）", "/operate/processes?process=GridCaseProcess"
                + "&amp;version=1&amp;active=true&amp;incidents=true&amp;flowNodeId=Task_SuperviseOverdue");
    }

    @Test
    void pagesByTwenty() {
        for (int i = 0; i < 21; i++) {
            late(LONG);
        }
        page("").contains("第 1 页，共 2 页", "下一页").doesNotContain("上一页");
        page("1").contains("上一页").doesNotContain("下一页");
        page("7").contains("没有这一页");
        page("x").contains("第 1 页，共 2 页");
    }

    private long late(Duration since) {
        long caseId = walk.beingHandled();
        jdbc.sql("update grid_case set due_at = ? where id = ?").params(ago(since), caseId).update();
        return caseId;
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }

    private AbstractStringAssert<?> page(String number) {
        return assertThat(mvc.get().uri("/overdue").param("page", number).with(user("dengjianshe").roles("SUPERVISOR")))
                .hasStatusOk().bodyText();
    }

    private OffsetDateTime ago(Duration span) {
        return clock.instant().minus(span).atOffset(ZoneOffset.UTC);
    }
}
