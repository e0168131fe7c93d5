package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.process.test.api.assertions.UserTaskSelector;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import io.gridloop.cases.Whistling;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several units on one case: co-handlers with deadlines of their own, and departments called by a whistle. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TogetherStoriesIT extends AbstractCaseStory {

    /** What only these stories reach of the diagram that handles a case. */
    static final Set<String> WHISTLE_IN_HANDLING = Set.of("SubProcess_Whistle", "StartEvent_WhistleCalled",
            "Call_Whistle",
            "EndEvent_WhistleEnded");

    private static final String BURST_PIPE = "05-01";
    private static final String LEAD = "liuyuqing";
    private static final String CITY = "zhanglixin";
    private static final String POLICE = "zhengweimin";
    private static final String LEADER = "wangchunsheng";
    private static final String ASSIST = "AssistCaseProcess";
    private static final String WHISTLE = "WhistleProcess";
    private static final Map<String, String> ASSISTED = Map.of("decision", "done", "result", "已封闭路口并疏导交通。");
    private static final Map<String, String> CAME = Map.of("decision", "came", "found", "现场积水较深，正在抽排。");

    @Autowired
    Tasks tasks;

    @Autowired
    Whistling whistling;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneCoHandlerAnswersOneIsLateAndTheLeadFinishesFirst() {
        var receipt = aReportedCase(BURST_PIPE, GRID);
        accept(ACCEPT);
        sign(SIGN);
        assertThat(open("Task_HandleCase")).isCreated().hasAssignee(LEAD);
        assertThat(mine(CITY, "Task_AssistCase")).isCreated();
        assertThat(mine(POLICE, "Task_AssistCase")).isCreated();

        engine.completeUserTask(mine(CITY, "Task_AssistCase"), Map.of("assistance", Map.of("decision", "done")));
        await().atMost(Duration.ofSeconds(30)).until(() -> task(receipt, CITY).sentBack());
        assertThat(tasks.answer(task(receipt, CITY).key(), CITY, ASSISTED)).isEmpty();
        awaitCase(receipt, it -> entries(it, "Task_CheckAssistance") == 1);
        REACHED.addAll(List.of("StartEvent_AssistanceRequested", "Task_AssistCase", "Task_CheckAssistance",
                "Gateway_AssistanceValid", "EndEvent_AssistanceGiven"));

        passTo(dueAt(receipt, "publicSecurity"));
        awaitCase(receipt, it -> entries(it, "Task_RecordAssistOverdue") == 1);
        REACHED.addAll(
                List.of("BoundaryEvent_AssistDue", "Task_RecordAssistOverdue", "EndEvent_AssistOverdueRecorded"));
        assertThat(mine(POLICE, "Task_AssistCase")).isCreated();

        handle(DONE);
        assertThat(awaitCase(receipt, it -> entries(it, "Call_AssistCase") == 1).history())
                .anySatisfy(entry -> assertThat(entry.internalText()).isEqualTo("主办已办结，协办未反馈：公安局。"));
        assertThat(tasks.openTasksOf(POLICE)).noneMatch(task -> task.caseNumber().equals(receipt.caseNumber()));
        // The visit that was open, and the body around both.
        process("HandleCaseProcess").isCompleted().hasTerminatedElement("Call_AssistCase", 2);
        verify(Map.of("decision", "rework", "opinion", "路面仍在渗水，请返工。"));

        // Only who has not answered is asked again; then nobody is, and an empty list ends at once.
        assertThat(mine(POLICE, "Task_AssistCase")).isCreated();
        engine.completeUserTask(mine(POLICE, "Task_AssistCase"), Map.of("assistance", ASSISTED));
        awaitCase(receipt, it -> entries(it, "Task_CheckAssistance") == 2);
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
        assertThat(view(receipt).history()).extracting(CaseView.Entry::element)
                .containsOnlyOnce("Task_RecordAssistOverdue", "Call_AssistCase");
    }

    @Test
    void endsAtOnceWhereNobodyIsAsked() {
        aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        completed(process("HandleCaseProcess"), "Call_AssistCase", "EndEvent_AssistanceEnded");
        assertThat(open("Task_HandleCase")).isCreated();
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    void aWhistleCountsWhoComesWhoIsLateAndWhoDoesNotCome() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        process("HandleCaseProcess").isWaitingForMessage("Msg_WhistleBlown");
        blow(receipt, List.of("urbanManagement", "publicSecurity", "health"));
        assertThat(mine(CITY, "Task_ReportIn")).isCreated();
        assertThat(mine(POLICE, "Task_ReportIn")).isCreated();

        engine.completeUserTask(mine(POLICE, "Task_ReportIn"), Map.of("reportIn", Map.of("decision", "came")));
        await().atMost(Duration.ofSeconds(30)).until(() -> task(receipt, POLICE).sentBack());
        assertThat(tasks.answer(task(receipt, POLICE).key(), POLICE, CAME)).isEmpty();
        awaitCase(receipt, it -> entries(it, "Task_CheckReportIn") == 1);
        passTo(until(receipt, "due_at"));
        awaitCase(receipt, it -> entries(it, "Task_RecordLateReportIn") == 2);
        assertThat(tasks.answer(task(receipt, CITY).key(), CITY, CAME)).isEmpty();
        awaitCase(receipt, it -> entries(it, "Task_CheckReportIn") == 2);
        passTo(until(receipt, "wait_until"));
        assertThat(open("Task_CloseWhistle")).isCreated().hasAssignee(LEADER);
        assertThat(view(receipt).history()).anySatisfy(entry -> assertThat(entry.internalText())
                .isEqualTo("未报到：卫生健康委员会。"));
        answer("Task_CloseWhistle", "whistleClosing", Map.of("came", List.of("urbanManagement")));
        process(WHISTLE).hasVariable("whistleClosingValid", false);
        answer("Task_CloseWhistle", "whistleClosing", Map.of("agreed", "三天内完成排水改造。", "came",
                List.of("urbanManagement", "publicSecurity")));
        process(WHISTLE).isCompleted();
        REACHED.addAll(List.of("StartEvent_WhistleBlown", "SubProcess_ReportIn", "StartEvent_CallReceived",
                "Task_ReportIn", "Task_CheckReportIn", "Gateway_ReportInValid", "EndEvent_ReportedIn",
                "BoundaryEvent_ReportInDue", "Task_RecordLateReportIn", "EndEvent_LateReportInRecorded",
                "BoundaryEvent_WaitOver"));
        completed(process(WHISTLE), "Task_RecordAbsence", "Task_CloseWhistle", "Task_CheckWhistleClosing",
                "Gateway_WhistleClosingValid", "EndEvent_WhistleClosed");
        completed(process("HandleCaseProcess"), WHISTLE_IN_HANDLING.toArray(String[]::new));
        assertThat(jdbc.sql("""
                select department || ' ' || state || ' ' || late || ' ' || confirmed from whistle_call
                order by id""").query(String.class).list()).containsExactly("urbanManagement CAME true true",
                "publicSecurity CAME false true", "health ABSENT true false");

        // A second whistle ends with the handling.
        blow(receipt, List.of("health"));
        assertThat(open("Task_ReportIn")).isCreated();
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
        assertThat(view(receipt).history()).anySatisfy(entry -> assertThat(entry.internalText()).contains("随办理结束"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theseStoriesReachedEveryElementOfAssistingAndOfTheWhistle() {
        assertThat(REACHED).containsAll(Models.flowNodes(ASSIST));
        assertThat(REACHED).containsAll(Models.flowNodes(WHISTLE));
        assertThat(REACHED).containsAll(WHISTLE_IN_HANDLING);
    }

    private void blow(Receipt receipt, List<String> departments) {
        assertThat(whistling.blow(receipt.caseNumber(), departments, "雨水倒灌，需要现场会商", "小区东门", "2", LEADER)).isEmpty();
    }

    private static UserTaskSelector mine(String login, String element) {
        return task -> open(element).test(task) && login.equals(task.getAssignee());
    }

    private TaskView task(Receipt receipt, String login) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> tasks.openTasksOf(login).stream()
                .filter(task -> task.caseNumber().equals(receipt.caseNumber()) && task.part() > 0).findFirst()
                .orElse(null), found -> found != null);
    }

    private static long entries(CaseView it, String element) {
        return it.history().stream().filter(entry -> entry.element().equals(element)).count();
    }

    private Instant dueAt(Receipt receipt, String department) {
        return jdbc
                .sql("select due_at from case_assistance where case_id = ? and department = ? order by id desc limit 1")
                .params(receipt.caseId(), department).query(OffsetDateTime.class).single().toInstant();
    }

    private Instant until(Receipt receipt, String column) {
        return jdbc.sql("select " + column + " from whistle where case_id = ? order by id desc limit 1")
                .param(receipt.caseId()).query(OffsetDateTime.class).single().toInstant();
    }

    private void passTo(Instant instant) {
        engine.increaseTime(Duration.between(clock.instant(), instant).plusSeconds(5));
    }
}
