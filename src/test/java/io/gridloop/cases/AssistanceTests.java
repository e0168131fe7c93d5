package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridloop.clock.CalendarFiles;
import io.gridloop.clock.CalendarTarget;
import io.gridloop.territory.CountyChange.Leave;
import io.gridloop.territory.CountyChange.Undo;
import io.gridloop.territory.CountyChanges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Co-handlers beside the department that leads: 住房和城乡建设局 leads, 城市管理局 and 公安局 help. */
@CasesTest
@RecordApplicationEvents
// Its clock is turned, and other tests do not expect that of theirs.
@TestPropertySource(properties = {"gridloop.clock.count=working", "gridloop.cases.extensions-per-round=4"})
class AssistanceTests {

    private static final String TASK = "Task_AssistCase";
    private static final Map<String, String> DONE = Map.of("decision", "done", "result", "已派车清运并封闭路口");
    private static final Map<String, String> LEAD_DONE = Map.of("decision", "done", "result", "管道已经修复，恢复通行");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Assisting assisting;

    @Autowired
    private AssistanceRecords records;

    @Autowired
    private AssistanceClock secondClock;

    @Autowired
    private Assistances assistances;

    @Autowired
    private RemindingCoHandlers reminding;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Suspending suspending;

    @Autowired
    private Permitting permitting;

    @Autowired
    private CasePages pages;

    @Autowired
    private Tasks tasks;

    @Autowired
    private CountyChanges changes;

    @Autowired
    private CalendarFiles calendars;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEvents events;

    @Test
    void asksEachCoHandlersOwnPersonAndNamesThem() {
        long caseId = walk.accepted();
        assertThat(visits(walk.dispatchTogether(caseId))).extracting(visit -> visit.get("unit"))
                .containsExactly("urbanManagement", "publicSecurity");
        assertThat(walk.view(caseId).history().getLast().internalText()).contains("协办：城市管理局（", "张立新", "公安局（", "郑卫民");
        open(caseId, "urbanManagement");
        open(caseId, "publicSecurity");
        assertThat(desk(caseId, "zhanglixin")).extracting(TaskView::title).containsExactly("协办案件");
        assertThat(desk(caseId, "zhengweimin")).extracting(TaskView::title).containsExactly("协办案件");
    }

    @Test
    void letsTheCoHandlersSeeTheCaseBeforeTheirTaskIsThere() {
        long caseId = walk.accepted();
        var number = walk.view(caseId).caseNumber();
        assertThat(pages.byNumber(number, "zhengweimin")).isEmpty();
        walk.dispatchTogether(caseId);
        assertThat(pages.byNumber(number, "zhengweimin")).isPresent();
    }

    @Test
    void countsByTheCoHandlersOwnCalendarButNeverLongerThanTheLead() {
        calendar("publicSecurity", "周一至周日,00:00-12:00 12:00-23:59");
        calendar("urbanManagement", "周一,09:00-09:10");
        try {
            long caseId = walk.beingHandledTogether();
            var lead = Objects.requireNonNull(walk.view(caseId).dueAt());
            assertThat(asked("publicSecurity").dueAt()).isBefore(lead);
            assertThat(asked("urbanManagement").dueAt()).isEqualTo(lead);
            open(caseId, "publicSecurity");
            assertThat(desk(caseId, "zhengweimin").getFirst().dueAt()).isEqualTo(asked("publicSecurity").dueAt());
        } finally {
            List.of("publicSecurity", "urbanManagement").forEach(unit -> transactions.executeWithoutResult(
                    done -> calendars.undo(new CalendarTarget(unit), "caojiayi")));
        }
    }

    @Test
    void recordsWhatEachDidAndWhyAnotherHadNothingToDo() {
        long caseId = walk.beingHandledTogether();
        open(caseId, "urbanManagement");
        open(caseId, "publicSecurity");
        assertThat(answer(caseId, "urbanManagement", DONE)).containsEntry("assistanceResult", "done");
        assertThat(asked("publicSecurity").open()).isTrue();
        assertThat(answer(caseId, "publicSecurity", Map.of("decision", "notNeeded", "reason", "现场没有交通影响")))
                .containsEntry("assistanceResult", "notNeeded");
        assertThat(walk.view(caseId).history()).extracting(CaseView.Entry::internalText)
                .contains("协办反馈：已派车清运并封闭路口", "不需要协办：现场没有交通影响");
        assertThat(walk.view(caseId).history()).extracting(CaseView.Entry::actorName)
                .anyMatch(name -> String.valueOf(name).contains("郑卫民"));
        walk.answerHandling(caseId, LEAD_DONE);
        assertThat(walk.elements(caseId)).doesNotContain("Call_AssistCase");
    }

    @ParameterizedTest
    @CsvSource({"done,result,短,协办结果太短", "notNeeded,reason,'',请填写不需要协办的理由", "perhaps,result,已派车清运,请选择协办情况"})
    void sendsBackWhatIsNoAnswer(String decision, String field, String text, String problem) {
        long caseId = walk.beingHandledTogether();
        var invalid = answer(caseId, "urbanManagement", Map.of("decision", decision, field, text));
        assertThat(invalid).containsEntry("assistanceResult", "invalid");
        assertThat(String.valueOf(invalid.get("formProblem"))).startsWith(problem);
        assertThat(asked("urbanManagement").open()).isTrue();
    }

    @Test
    void namesForEverWhomTheLeadDidNotWaitFor() {
        long caseId = walk.beingHandledTogether();
        open(caseId, "urbanManagement");
        long late = open(caseId, "publicSecurity");
        answer(caseId, "urbanManagement", DONE);
        walk.answerHandling(caseId, LEAD_DONE);
        assertThat(asked("publicSecurity").outcome()).isEqualTo(AssistanceOutcome.LEFT_OPEN);
        assertThat(walk.view(caseId).history().getLast().internalText()).isEqualTo("主办已办结，协办未反馈：公安局。");
        assertThat(desk(caseId, "zhengweimin")).isEmpty();
        assertThat(tasks.find(late).orElseThrow().state()).isEqualTo("CLOSED");

        int entries = walk.view(caseId).history().size();
        assertThat(answer(caseId, "publicSecurity", DONE)).containsEntry("assistanceResult", "over");
        assertThat(asked("publicSecurity").outcome()).isEqualTo(AssistanceOutcome.LEFT_OPEN);
        assertThat(walk.view(caseId).history()).hasSize(entries);
        assertThatThrownBy(() -> open(caseId, "publicSecurity")).isInstanceOf(PartOverException.class);
    }

    @Test
    void asksInReworkOnlyThoseWhoHaveNotAnswered() {
        long caseId = walk.beingHandledTogether();
        answer(caseId, "urbanManagement", DONE);
        walk.answerHandling(caseId, LEAD_DONE);
        walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "路面还在渗水"));
        assertThat(visits(walk.dispatchTogether(caseId))).extracting(visit -> visit.get("unit"))
                .containsExactly("publicSecurity");
        assertThat(asked("publicSecurity").open()).isTrue();
    }

    @Test
    void blamesNobodyWhenTheLeadGivesTheCaseBackAndAsksAgain() {
        long caseId = walk.beingHandledTogether();
        walk.answerHandling(caseId, Map.of("decision", "return", "reason", "不属于本单位职责"));
        assertThat(asked("publicSecurity").outcome()).isEqualTo(AssistanceOutcome.CALLED_OFF);
        walk.answerAssignment(caseId, Map.of("unit", "housing", "coHandlers", List.of("publicSecurity")));
        assertThat(visits(walk.dispatchTogether(caseId))).hasSize(2);
        assertThat(asked("publicSecurity").open()).isTrue();
    }

    @Test
    void takesCoHandlersFromTheDispatcherButNotTheLeadItself() {
        long caseId = walk.accepted();
        walk.prepare(caseId, "Task_AssignUnit");
        assertThat(walk.answerAssignment(caseId, Map.of("unit", "housing", "coHandlers", List.of("housing"))))
                .containsEntry("formProblem", "承办单位不能同时是协办部门。");
        assertThat(walk.answerAssignment(caseId, Map.of("unit", "housing", "coHandlers", List.of("nobody"))))
                .containsEntry("assignmentValid", false);
        assertThat(walk.answerAssignment(caseId, Map.of("unit", "housing", "coHandlers",
                List.of("publicSecurity", "health"))).get("route").toString()).contains("publicSecurity,health");
    }

    @Test
    void recordsOnceThatACoHandlerIsLate() {
        long caseId = walk.beingHandledTogether();
        var part = asked("publicSecurity");
        turn(Duration.ofDays(1));
        records.overdue(caseId, part.id(), "2020-01-01T00:00:00Z");
        assertThat(asked("publicSecurity").overdueAt()).isNull();
        records.overdue(caseId, part.id(), String.valueOf(part.dueAt()));
        records.overdue(caseId, part.id(), String.valueOf(part.dueAt()));
        secondClock.recordWhatTheEngineDoesNotSay();
        assertThat(asked("publicSecurity").late()).isTrue();
        assertThat(asked("urbanManagement").late()).isTrue();
        assertThat(walk.elements(caseId)).filteredOn("Task_RecordAssistOverdue"::equals).hasSize(2);
    }

    @Test
    void goesWithTheLeadsDeadlineWhenItIsMovedOrStands() {
        long caseId = walk.beingHandledTogether();
        var number = walk.view(caseId).caseNumber();
        var later = clock.instant().plus(Duration.ofDays(3));
        assertThat(deadlines.move(number, later, "等待配件到货", "dengjianshe")).isEmpty();
        assertThat(asked("publicSecurity").dueAt()).isEqualTo(Instant.ofEpochMilli(later.toEpochMilli()));

        long stopped = walk.beingHandledTogether();
        assertThat(suspending.ask(walk.view(stopped).caseNumber(), "SEASON", tomorrow(), "连日大雨无法施工", "liuyuqing"))
                .isEmpty();
        walk.supported(stopped);
        assertThat(permitting.decide(walk.view(stopped).caseNumber(), walk.request(stopped), "grant", "", "",
                "dengjianshe")).isEmpty();
        assertThat(asked("publicSecurity").dueAt()).isNull();
        assertThat(suspending.resume(walk.view(stopped).caseNumber(), "dengjianshe")).isEmpty();
        assertThat(asked("publicSecurity").dueAt()).isEqualTo(walk.view(stopped).dueAt());
    }

    @Test
    void goesWithTheNewLimitThatTheSupervisorGivesALateLeadButWhoWasLateStaysLate() {
        long caseId = walk.beingHandledTogether();
        var lead = Objects.requireNonNull(walk.view(caseId).dueAt());
        turn(Duration.between(clock.instant(), lead).plusMinutes(1));
        var late = asked("publicSecurity");
        records.overdue(caseId, late.id(), String.valueOf(late.dueAt()));

        assertThat(walk.answerSupervision(caseId, Map.of("decision", "move", "addHours", 8)))
                .containsEntry("supervisionResult", "moved");

        var moved = walk.view(caseId);
        assertThat(moved.dueAt()).isAfter(clock.instant());
        assertThat(asked("urbanManagement")).returns(moved.dueAt(), Assistance::dueAt).returns(moved.warnAt(),
                Assistance::warnAt);
        assertThat(asked("publicSecurity")).returns(late.dueAt(), Assistance::dueAt).returns(true, Assistance::late);
        assertThat(events.stream(DeadlineMoved.class)).as("the watch has it from the answer").isEmpty();
        secondClock.recordWhatTheEngineDoesNotSay();
        assertThat(asked("urbanManagement").late()).isFalse();
    }

    @Test
    void judgesTheStrangerInOneTaskAndNotInTheOther() {
        long caseId = walk.beingHandledTogether();
        completedBy(open(caseId, "urbanManagement"), "zhanglixin");
        completedBy(open(caseId, "publicSecurity"), "zhoulijuan");
        assertThat(answer(caseId, "urbanManagement", DONE)).containsEntry("assistanceResult", "done");
        assertThat(answer(caseId, "publicSecurity", DONE)).containsEntry("assistanceResult", "invalid");
    }

    @Test
    void movesOnlyTheTaskWhosePersonHasChanged() {
        long caseId = walk.beingHandledTogether();
        open(caseId, "urbanManagement");
        open(caseId, "publicSecurity");
        var change = changes.make(new Leave("zhanglixin", null), "caojiayi");
        try {
            assertThat(desk(caseId, "gaoxiulan")).hasSize(1);
            assertThat(desk(caseId, "zhengweimin")).hasSize(1);
            assertThat(asked("urbanManagement").person()).isEqualTo("gaoxiulan");
            assertThat(asked("publicSecurity").person()).isEqualTo("zhengweimin");
        } finally {
            changes.make(new Undo(change.id()), "caojiayi");
        }
    }

    @Test
    void remindsACoHandlerAtMostOnceAnHour() {
        long caseId = walk.beingHandledTogether();
        var number = walk.view(caseId).caseNumber();
        var part = String.valueOf(asked("publicSecurity").id());
        assertThat(reminding.remind(number, part, "dengjianshe")).contains("只有主办人和本网格的网格长可以提醒协办。");
        assertThat(reminding.remind(number, part, "liuyuqing")).isEmpty();
        assertThat(reminding.remind(number, part, "wangchunsheng")).contains("一小时内已经提醒过。");
        turn(Duration.ofHours(2));
        assertThat(reminding.remind(number, part, "wangchunsheng")).isEmpty();
        assertThat(events.stream(StaffNotice.class)).extracting(StaffNotice::login).containsOnly("zhengweimin");
        assertThat(events.stream(StaffNotice.class)).extracting(StaffNotice::occasion).doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void showsTheLeadWhereEachStands() {
        long caseId = walk.beingHandledTogether();
        answer(caseId, "urbanManagement", DONE);
        assertThat(walk.prepare(caseId, Handling.TASK).get("caseCard").toString()).contains("城市管理局：已协办", "公安局：待反馈，至",
                "时限内");
    }

    private long open(long caseId, String department) {
        return walk.taskFor(caseId, TASK, asked(department).id());
    }

    private Map<String, @Nullable Object> answer(long caseId, String department, Map<String, ?> answer) {
        var step = CaseWalk.step(caseId, "Task_CheckAssistance");
        return assisting.check(new Step(caseId, step.element(), step.elementInstanceKey(), asked(department).id()),
                Answer.of(answer));
    }

    private Assistance asked(String department) {
        return assistances.find(walk.part("case_assistance", department)).orElseThrow();
    }

    private List<TaskView> desk(long caseId, String login) {
        return tasks.openTasksOf(login).stream().filter(task -> task.caseId() == caseId).toList();
    }

    private void completedBy(long key, String login) {
        jdbc.sql(
                "update case_task set state = 'CLOSED', closed_at = now(), completed_by = ? where element_instance_key = ?")
                .params(login, key).update();
    }

    private void calendar(String unit, String line) {
        transactions.executeWithoutResult(done -> {
            var target = new CalendarTarget(unit);
            calendars.replace(target, calendars.read(target, line).file(), "caojiayi");
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> visits(Map<String, ?> dispatched) {
        return (List<Map<String, Object>>) dispatched.get("assistants");
    }

    private String tomorrow() {
        return clock.instant().atZone(clock.getZone()).toLocalDate().plusDays(1).toString();
    }

    private void turn(Duration by) {
        ((TurnableClock) clock).turn(by);
    }
}
