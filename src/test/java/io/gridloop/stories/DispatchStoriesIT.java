package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing for a case, disputes of its dispatch, and the ladder, on the real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DispatchStoriesIT extends AbstractCaseStory {

    private static final String SIGNING = "SignForCaseProcess";
    private static final String EDUCATION = "06-01";
    private static final String QUARREL = "07-01";
    private static final Map<String, String> UP = Map.of("decision", "reportUp", "reason", "超出网格的权限。");

    @Autowired
    JdbcClient jdbc;

    /** 《北京市接诉即办工作条例》 article 12, 《潍坊市12345政务服务便民热线条例》 article 22. */
    @Test
    void whatWasReturnedAtSigningAndRuledOnIsSignedForAndHandled() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT_FOR_COUNTY);
        assertThat(open("Task_SignForCase")).isCreated().hasAssignee("zhanglixin");
        sign(Map.of("decision", "return"));
        process(SIGNING).hasVariable("signingResult", "invalid");
        sign(Map.of("decision", "return", "reason", "应由住建部门办理。"));
        completed(process(SIGNING).isCompleted(), "StartEvent_SigningRequested", "Task_SignForCase",
                "Task_CheckSigning", "Gateway_SigningValid", "EndEvent_SigningDone");
        assertThat(open("Task_AssignUnit")).isCreated().hasAssignee("fengguifang");
        process("HandleCaseProcess").isCompleted().hasVariable("handlingResult", "returned")
                .hasNotActivatedElements("Task_HandleCase");
        process("DeadlineWatchProcess").isTerminated();

        assign(Map.of("ruling", "maintain", "reason", "属城市管理局职责。"));
        sign(Map.of("decision", "return", "reason", "仍然不属于我单位。"));
        awaitVisits(receipt, "Task_SignForCase", 4);
        assertThat(awaitCase(receipt, it -> it.state() == CaseState.HANDLING).signing()).startsWith("待签收");
        sign(SIGN);
        handle(DONE);
        verify(Map.of("decision", "rework", "opinion", "墙角仍有遗留，请返工。"));
        assertThat(open("Task_HandleCase")).isCreated().hasAssignee("zhanglixin");
        handle(DONE);
        verify(PASS);

        theCase().isCompleted();
        assertThat(view(receipt).history()).extracting(CaseView.Entry::internalText)
                .anyMatch(text -> String.valueOf(text).contains("维持原派遣"))
                .containsOnlyOnce("已签收。");
    }

    @Test
    void whatNobodySignsForInTimeIsSignedByTheSystemAndStaysWithItsHandler() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT_FOR_COUNTY);
        assertThat(open("Task_SignForCase")).isCreated();
        engine.increaseTime(Duration.between(clock.instant(), signDueAt(receipt)).plusSeconds(5));
        assertThat(open("Task_HandleCase")).isCreated().hasAssignee("zhanglixin");
        completed(process(SIGNING).isCompleted().hasTerminatedElement("Task_SignForCase", 1),
                "BoundaryEvent_SigningOverdue", "Task_SignAutomatically", "EndEvent_SignedAutomatically");
        assertThat(view(receipt).signing()).contains("系统自动签收");
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    void anOrdinaryMatterClimbsTheLadderStepByStep() {
        var receipt = aReportedCase(EDUCATION, GRID);
        accept(ACCEPT);
        var dueAt = dueAt(receipt);
        handle(UP);
        assertThat(open("Task_HandleCase")).isCreated().hasAssignee("luoxiaolan");
        handle(UP);
        assertThat(open("Task_HandleCase")).isCreated().hasAssignee("duanwenbin");
        assertThat(dueAt(receipt)).isEqualTo(dueAt);
        handle(UP);
        assertThat(open("Task_AssignUnit")).isCreated().hasAssignee("fengguifang");
        assign(Map.of("ruling", "grant", "unit", "education", "reason", "请教育体育局办理。"));
        sign(SIGN);
        handle(DONE);
        verify(PASS);

        theCase().isCompleted();
        assertThat(view(receipt).history()).extracting(CaseView.Entry::publicText).filteredOn("已上报上级处理。"::equals)
                .hasSize(3);
    }

    @Test
    void aDisputeBetweenNeighboursGoesStraightToTheCounty() {
        var receipt = aReportedCase(QUARREL, GRID);
        accept(ACCEPT);
        handle(UP);
        assertThat(open("Task_AssignUnit")).isCreated();
        assign(Map.of("ruling", "maintain", "reason", "由网格先行调解。"));
        handle(UP);
        awaitVisits(receipt, "Task_HandleCase", 3);
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theseStoriesReachedEveryElementOfSigning() {
        assertThat(REACHED).containsAll(Models.flowNodes(SIGNING));
    }

    private Instant dueAt(Receipt receipt) {
        return Objects.requireNonNull(awaitCase(receipt, it -> it.dueAt() != null).dueAt());
    }

    private Instant signDueAt(Receipt receipt) {
        return jdbc.sql("select sign_due_at from grid_case where case_number = ?").param(receipt.caseNumber())
                .query(OffsetDateTime.class).single().toInstant();
    }

    /** What comes back with a problem is another visit of the same task. */
    private void awaitVisits(Receipt receipt, String element, int visits) {
        await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql("""
                select count(*) from case_task t join grid_case c on c.id = t.case_id
                where c.case_number = ? and t.element = ?""").params(receipt.caseNumber(), element)
                .query(Integer.class).single() == visits);
    }
}
