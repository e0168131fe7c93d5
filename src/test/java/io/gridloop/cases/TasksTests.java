package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridloop.territory.Territory;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@CasesTest
@RecordApplicationEvents
class TasksTests {

    private static final Map<String, String> ACCEPT = Map.of("decision", "accept", "handlingLevel", "community");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Finishing finishing;

    @Autowired
    private Accepting accepting;

    @Autowired
    private Territory territory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @Test
    void showsATaskToItsPersonUntilItIsAnswered() {
        var step = aTaskToAccept();
        assertThat(tasks.openTasksOf(leader())).extracting(TaskView::key).contains(step.elementInstanceKey());
        assertThat(tasks.openTasksOf("lilijuan")).extracting(TaskView::key).doesNotContain(step.elementInstanceKey());

        assertThat(tasks.answer(step.elementInstanceKey(), leader(), ACCEPT)).isEmpty();
        assertThat(tasks.openTasksOf(leader())).extracting(TaskView::key).doesNotContain(step.elementInstanceKey());
        assertThat(events.stream(TaskAnswered.class)).singleElement().satisfies(event -> {
            assertThat(event.elementInstanceKey()).isEqualTo(step.elementInstanceKey());
            assertThat(event.processInstanceKey()).isEqualTo(step.caseId() * 10);
            assertThat(event.variables()).containsOnlyKeys("acceptance", Tasks.MARK);
        });
    }

    @Test
    void keepsATaskOpenWhoseAnswerIsWrongAndSaysWhy() {
        var step = aTaskToAccept();
        assertThat(tasks.answer(step.elementInstanceKey(), leader(), Map.of("decision", "accept")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("请选择处置层级"));
        assertThat(tasks.find(step.elementInstanceKey())).hasValueSatisfying(task -> assertThat(task.open()).isTrue());
        assertThat(events.stream(TaskAnswered.class)).isEmpty();
    }

    @Test
    void takesOneOfTwoAnswers() {
        long key = aTaskToAccept().elementInstanceKey();
        tasks.answer(key, leader(), ACCEPT);
        assertThatThrownBy(() -> tasks.answer(key, leader(), ACCEPT)).isInstanceOf(TaskGoneException.class)
                .hasMessageContaining("已经办理");
        assertThat(events.stream(TaskAnswered.class)).hasSize(1);
    }

    @Test
    void takesNoAnswerFromSomebodyElse() {
        long key = aTaskToAccept().elementInstanceKey();
        assertThatThrownBy(() -> tasks.answer(key, "lilijuan", ACCEPT)).isInstanceOf(TaskGoneException.class);
        assertThatThrownBy(() -> tasks.answer(1, leader(), ACCEPT)).isInstanceOf(TaskGoneException.class);
    }

    @Test
    void namesWhoAnsweredAtTheDesk() {
        var step = aTaskToAccept();
        tasks.answer(step.elementInstanceKey(), leader(), ACCEPT);
        assertThat(finishing.finish(step, mark(step))).isTrue();
        assertThat(tasks.find(step.elementInstanceKey()).orElseThrow().completedBy()).isEqualTo(leader());
        assertThat(events.stream(TaskFinished.class)).extracting(TaskFinished::elementInstanceKey)
                .contains(step.elementInstanceKey());
    }

    @Test
    void sendsBackWhatSomebodyElseCompletedAndRecordsIt() {
        var step = aTaskToAccept();
        finishing.finish(step, null);
        completedBy(step, "lilijuan");
        var result = accepting.check(step(step.caseId(), "Task_CheckAcceptance"), Answer.of(ACCEPT));
        assertThat(result).containsEntry("acceptanceResult", "invalid").containsEntry("acceptance", null)
                .containsEntry("formProblem", "此任务应由王春生办理，李丽娟提交的结果未采纳，请重新办理。");
        var view = walk.view(step.caseId());
        assertThat(view.state()).isEqualTo(CaseState.ACCEPTING);
        assertThat(view.history().getLast().actorName()).contains("李丽娟");
        assertThat(view.history().getLast().internalText()).contains("越权办理“受理案件”");
        assertThat(view.history().getLast().publicText()).isNull();
    }

    @Test
    void namesTheAccountOfSomebodyWhoIsNoMemberOfStaff() {
        var step = aTaskToAccept();
        finishing.finish(step, null);
        completedBy(step, "demo");
        assertThat(accepting.check(step(step.caseId(), "Task_CheckAcceptance"), Answer.of(ACCEPT)))
                .containsEntry("formProblem", "此任务应由王春生办理，账号demo提交的结果未采纳，请重新办理。");
    }

    @Test
    void letsAStandInWorkForWhomTheyStandInFor() {
        var step = aTaskToAccept();
        standIn(leader(), "lilijuan");
        try {
            assertThat(tasks.openTasksOf("lilijuan")).extracting(TaskView::key).contains(step.elementInstanceKey());
            assertThat(tasks.answer(step.elementInstanceKey(), "lilijuan", ACCEPT)).isEmpty();
            finishing.finish(step, mark(step));
            assertThat(accepting.check(step(step.caseId(), "Task_CheckAcceptance"), Answer.of(ACCEPT)))
                    .containsEntry("acceptanceResult", "accepted");
            assertThat(walk.view(step.caseId()).history().getLast().actorName()).contains("李丽娟");
        } finally {
            noStandIn("lilijuan");
        }
    }

    @Test
    void movesOpenTasksToWhoeverIsNamedNow() {
        var step = aTaskToAccept();
        standIn("wangchunsheng", "lilijuan");
        try {
            assertThat(tasks.previewReassign(Set.of("wangchunsheng"))).extracting(TaskMove::key, TaskMove::to)
                    .contains(org.assertj.core.groups.Tuple.tuple(step.elementInstanceKey(), "lilijuan"));
            assertThat(tasks.reassignAfterDutyChange(Set.of("wangchunsheng"), "caojiayi")).isPositive();
        } finally {
            noStandIn("lilijuan");
        }
        assertThat(tasks.find(step.elementInstanceKey()).orElseThrow().assignee()).isEqualTo("lilijuan");
        assertThat(walk.view(step.caseId()).history().getLast().internalText()).contains("王春生").contains("转交");
        assertThat(events.stream(TaskReassigned.class)).extracting(TaskReassigned::assignee).contains("lilijuan");
    }

    @Test
    void closesWhatIsLeftWhenTheCaseClosesAndWhenTheWatchedStepEnds() {
        long caseId = walk.beingHandled();
        var supervision = step(caseId, "Task_SuperviseOverdue");
        walk.prepare(supervision);
        walk.answerHandling(caseId, Map.of("decision", "done", "result", "已清运垃圾并冲洗地面"));
        assertThat(tasks.find(supervision.elementInstanceKey()).orElseThrow().state()).isEqualTo("CLOSED");
        var verification = step(caseId, "Task_VerifyCase");
        walk.prepare(verification);
        walk.answerVerification(caseId, Map.of("decision", "pass"));
        walk.close(caseId);
        assertThat(tasks.find(verification.elementInstanceKey()).orElseThrow().state()).isEqualTo("CLOSED");
    }

    @Test
    void saysThatAnAnswerWasOvertakenByTheCase() {
        long caseId = walk.beingHandled();
        var supervision = step(caseId, "Task_SuperviseOverdue");
        walk.prepare(supervision);
        tasks.answer(supervision.elementInstanceKey(), "dengjianshe", Map.of("decision", "urge", "note", "请立即办理"));
        walk.answerHandling(caseId, Map.of("decision", "done", "result", "已清运垃圾并冲洗地面"));
        assertThat(walk.view(caseId).history().getLast()).satisfies(entry -> {
            assertThat(entry.actorName()).contains("邓建设");
            assertThat(entry.internalText()).contains("未再执行");
            assertThat(entry.publicText()).isNull();
        });
    }

    @Test
    void putsWhatIsUrgentFirst() {
        long handled = walk.beingHandled();
        var handling = step(handled, "Task_HandleCase");
        walk.prepare(handling);
        var handler = tasks.find(handling.elementInstanceKey()).orElseThrow().assignee();
        var late = step(walk.beingHandled(), "Task_HandleCase");
        walk.prepare(late);
        jdbc.sql(
                "update grid_case set warn_at = received_at - interval '2 days', due_at = received_at - interval '1 day' where id = ?")
                .param(late.caseId()).update();
        var list = tasks.openTasksOf(handler);
        assertThat(list.getFirst().light()).isEqualTo(Light.RED);
        assertThat(list).extracting(TaskView::key).containsSubsequence(late.elementInstanceKey(),
                handling.elementInstanceKey());
    }

    private Step aTaskToAccept() {
        var step = step(walk.registered(aReport()), "Task_AcceptCase");
        walk.prepare(step);
        return step;
    }

    private String leader() {
        return territory.leaderOf(CaseWalk.GRID).login();
    }

    private String mark(Step step) {
        return jdbc.sql("select answer_mark from case_task where element_instance_key = ?")
                .param(step.elementInstanceKey()).query(String.class).single();
    }

    private void completedBy(Step step, String login) {
        jdbc.sql("update case_task set completed_by = ? where element_instance_key = ?")
                .params(login, step.elementInstanceKey()).update();
    }

    private void standIn(String absent, String replacement) {
        jdbc.sql("""
                insert into stand_in (id, absent, stand_in, from_day, to_day, reason)
                values (9001, ?, ?, date '2026-01-01', date '2027-12-31', '休假')""")
                .params(absent, replacement).update();
    }

    private void noStandIn(String replacement) {
        jdbc.sql("delete from stand_in where id = 9001 and stand_in = ?").param(replacement).update();
    }
}
