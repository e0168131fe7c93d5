package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.enums.UserTaskState;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks that are worked at the desk, and tasks that the wrong person works in Tasklist. */
class TaskStoriesIT extends AbstractCaseStory {

    private static final String LEADER = "wangchunsheng";
    private static final String WORKER = "lilijuan";

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void leadsACaseThroughTheLoopByTheDeskAlone() {
        var receipt = aReportedCase(GARBAGE, GRID);
        answerAtDesk(receipt, LEADER, "Task_AcceptCase", ACCEPT);
        answerAtDesk(receipt, WORKER, "Task_HandleCase", DONE);
        answerAtDesk(receipt, LEADER, "Task_VerifyCase", PASS);

        theCase().isCompleted().hasVariable("acceptance", null);
        var closed = awaitCase(receipt, it -> it.state() == CaseState.CLOSED);
        assertThat(closed.history()).filteredOn(entry -> entry.element().startsWith("Task_Check"))
                .extracting(CaseView.Entry::actorName)
                .satisfiesExactly(name -> assertThat(name).contains("王春生"), name -> assertThat(name).contains("李丽娟"),
                        name -> assertThat(name).contains("王春生"));
        assertThat(outbox()).isZero();
    }

    @Test
    void sendsBackWhatTheWrongPersonTookAndCompletedInTasklist() {
        var receipt = aReportedCase(GARBAGE, GRID);
        var task = awaitTask(receipt, LEADER, "Task_AcceptCase");
        completeInTasklist("Task_AcceptCase", WORKER, Map.of("acceptance", ACCEPT));

        theCase().hasVariable("acceptanceResult", "invalid").hasVariable("acceptance", null)
                .hasVariable("formProblem", "此任务应由王春生办理，李丽娟提交的结果未采纳，请重新办理。");
        assertThat(open("Task_AcceptCase")).isCreated().hasAssignee(LEADER);
        assertThat(view(receipt).state()).isEqualTo(CaseState.ACCEPTING);
        assertThat(view(receipt).history().getLast().actorName()).contains("李丽娟");
        assertThat(jdbc.sql("select actor from audit_entry where action = 'task.stranger' and subject = ?")
                .param(receipt.caseNumber()).query(String.class).single()).isEqualTo(WORKER);

        var again = awaitTask(receipt, LEADER, "Task_AcceptCase");
        assertThat(again.sentBack()).isTrue();
        assertThat(again.key()).isNotEqualTo(task.key());
        assertThat(tasks.answer(again.key(), LEADER, ACCEPT)).isEmpty();
        assertThat(awaitCase(receipt, it -> it.state() == CaseState.HANDLING).history())
                .anyMatch(entry -> entry.element().equals("Task_CheckAcceptance")
                        && String.valueOf(entry.actorName()).contains("王春生"));
    }

    @Test
    void tellsTheEngineWhoHasATaskAfterAChangeOfPeople() {
        var receipt = aReportedCase(GARBAGE, GRID);
        awaitTask(receipt, LEADER, "Task_AcceptCase");
        assertThat(open("Task_AcceptCase")).isCreated().hasAssignee(LEADER);
        jdbc.sql("insert into stand_in values (9002, ?, ?, date '2020-01-01', date '2099-12-31', '休假')")
                .params(LEADER, WORKER).update();
        try {
            assertThat(tasks.reassignAfterDutyChange(Set.of(LEADER), "caojiayi")).isPositive();
            assertThat(open("Task_AcceptCase")).hasAssignee(WORKER);
        } finally {
            jdbc.sql("delete from stand_in where id = 9002").update();
        }
    }

    @Test
    void holdsNothingUpByAnAnswerToATaskThatTheEngineNeverMade() {
        var receipt = aReportedCase(GARBAGE, GRID);
        var task = awaitTask(receipt, LEADER, "Task_AcceptCase");
        long unmade = task.key() + 1;
        jdbc.sql("""
                insert into case_task (element_instance_key, case_id, element, process_instance_key, process_id,
                                       process_version, assignee, opened_at, variables, state, part)
                select ?, case_id, element, process_instance_key, process_id, process_version, assignee, opened_at,
                       variables, state, part from case_task where element_instance_key = ?""")
                .params(unmade, task.key()).update();
        assertThat(tasks.answer(unmade, LEADER, ACCEPT)).isEmpty();
        assertThat(tasks.answer(task.key(), LEADER, ACCEPT)).isEmpty();

        awaitTask(receipt, WORKER, "Task_HandleCase");
        await().atMost(Duration.ofSeconds(30)).until(() -> outbox() == 0);
    }

    private void answerAtDesk(Receipt receipt, String login, String element, Map<String, ?> answer) {
        assertThat(tasks.answer(awaitTask(receipt, login, element).key(), login, answer)).isEmpty();
    }

    private TaskView awaitTask(Receipt receipt, String login, String element) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> tasks.openTasksOf(login).stream()
                .filter(task -> task.caseNumber().equals(receipt.caseNumber()) && task.element().equals(element))
                .findFirst().orElse(null), task -> task != null);
    }

    /** What Tasklist does when somebody takes a task and completes it. */
    private void completeInTasklist(String element, String login, Map<String, ?> variables) {
        assertThat(open(element)).isCreated();
        var key = client.newUserTaskSearchRequest()
                .filter(task -> task.elementId(element).state(UserTaskState.CREATED)).execute().singleItem()
                .getUserTaskKey();
        client.newAssignUserTaskCommand(key).assignee(login).allowOverride(true).execute();
        client.newCompleteUserTaskCommand(key).variables(variables).execute();
    }

    private long outbox() {
        return jdbc.sql("select count(*) from engine_command").query(Long.class).single();
    }
}
