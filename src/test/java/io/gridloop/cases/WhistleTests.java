package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A street or a grid leader calls departments to a place, and it is known who came and how fast. */
@CasesTest
@RecordApplicationEvents
// Its clock is turned, and other tests do not expect that of theirs.
@TestPropertySource(properties = "gridloop.cases.extensions-per-round=5")
class WhistleTests {

    private static final String LEADER = "wangchunsheng";
    private static final String STREET = "duanwenbin";
    private static final List<String> TWO = List.of("urbanManagement", "publicSecurity");
    private static final Map<String, String> CAME = Map.of("decision", "came", "found", "现场已经封闭，正在抢修");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Whistling whistling;

    @Autowired
    private ReportingIn reportingIn;

    @Autowired
    private ClosingWhistle closing;

    @Autowired
    private WhistleRecords records;

    @Autowired
    private WhistlePages list;

    @Autowired
    private Whistles whistles;

    @Autowired
    private Tasks tasks;

    @Autowired
    private CasePages pages;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEvents events;

    @Test
    void callsThePersonOfEachDepartmentAndTellsTheEngine() {
        long caseId = blown(LEADER);
        assertThat(walk.view(caseId).history().getLast().internalText()).startsWith("吹哨：请城市管理局、公安局于")
                .endsWith("前到小区东门报到。事由：燃气管道泄漏");
        assertThat(events.stream(StaffNotice.class)).extracting(StaffNotice::login).containsExactly("zhanglixin",
                "zhengweimin");
        var told = events.stream(WhistleBlown.class).toList().getFirst();
        assertThat(told.watchKey()).isEqualTo(caseId + "#1#1");
        assertThat(told.calls()).extracting(WhistleBlown.Call::unit).containsExactlyElementsOf(TWO);
        assertThat(told.waitUntil()).isAfter(told.dueAt());
        assertThat(pages.byNumber(walk.view(caseId).caseNumber(), "zhengweimin")).isPresent();
        open(caseId, "publicSecurity");
        assertThat(tasks.openTasksOf("zhengweimin")).filteredOn(task -> task.caseId() == caseId)
                .extracting(TaskView::title, TaskView::dueAt).containsExactly(
                        tuple("吹哨报到", told.dueAt()));
    }

    @Test
    void mayBeBlownByTheStreetButByNobodyElse() {
        assertThat(blown(STREET)).isPositive();
        var number = walk.view(walk.beingHandled()).caseNumber();
        assertThat(blow(number, "lilijuan")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("只有本网格的网格长和所在街道可以吹哨"));
        assertThat(blow(number, "jianghongmei")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("没有这个案件"));
    }

    @Test
    void isBlownOnceAtATimeAndOnlyWhileTheCaseIsHandled() {
        long caseId = blown(LEADER);
        assertThat(blow(walk.view(caseId).caseNumber(), LEADER)).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("上一次吹哨还没有处置完毕"));
        assertThat(blow(walk.view(walk.handled()).caseNumber(), LEADER)).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("只有处置中的案件可以吹哨"));
    }

    @ParameterizedTest
    @CsvSource({"'',燃气管道泄漏,小区东门,2,departments", "urbanManagement,急,小区东门,2,reason",
            "urbanManagement,燃气管道泄漏,'',2,place", "urbanManagement,燃气管道泄漏,小区东门,41,hours",
            "nobody,燃气管道泄漏,小区东门,2,departments", "urbanManagement,燃气管道泄漏,小区东门,x,hours"})
    void saysWhatIsWrongByItsField(String department, String reason, String place, String hours, String field) {
        var number = walk.view(walk.beingHandled()).caseNumber();
        assertThat(whistling.blow(number, List.of(department), reason, place, hours, LEADER).orElseThrow().field())
                .isEqualTo(field);
    }

    @Test
    void countsTheMinutesOfWhoCameAndKeepsWhyAnotherDidNot() {
        long caseId = blown(LEADER);
        turn(Duration.ofMinutes(35));
        assertThat(reportIn(caseId, "urbanManagement", CAME)).containsEntry("reportInResult", "came");
        turn(Duration.ofDays(3));
        records.late(caseId, call("publicSecurity").id());
        records.late(caseId, call("publicSecurity").id());
        assertThat(reportIn(caseId, "publicSecurity", Map.of("decision", "cannot", "reason", "全部警力在另一现场")))
                .containsEntry("reportInResult", "cannot");
        assertThat(call("urbanManagement")).returns(35, WhistleCall::minutes).returns(false, WhistleCall::late)
                .returns(CallState.CAME, WhistleCall::state);
        assertThat(call("publicSecurity")).returns(true, WhistleCall::late).returns(CallState.CANNOT,
                WhistleCall::state);
        assertThat(walk.elements(caseId)).containsOnlyOnce("Task_RecordLateReportIn");

        assertThat(close(caseId, Map.of("agreed", "三天内更换管道", "came", List.of("health"))))
                .containsEntry("whistleClosingValid", false);
        assertThat(close(caseId, Map.of("agreed", "三天内更换管道", "came", List.of("urbanManagement"))))
                .containsEntry("whistleClosingValid", true);
        assertThat(walk.view(caseId).history().getLast().internalText())
                .isEqualTo("吹哨处置完毕：三天内更换管道。到场认定：城市管理局。未到场：公安局。");
        assertThat(call("urbanManagement").confirmed()).isTrue();
        assertThat(call("publicSecurity").confirmed()).isFalse();
        assertThat(blow(walk.view(caseId).caseNumber(), LEADER)).isEmpty();
    }

    @Test
    void sendsBackAReportThatSaysNothing() {
        long caseId = blown(LEADER);
        assertThat(reportIn(caseId, "urbanManagement", Map.of("decision", "came", "found", "到")))
                .containsEntry("reportInResult", "invalid");
        assertThat(call("urbanManagement").state()).isEqualTo(CallState.CALLED);
    }

    @Test
    void countsWhoSaidNothingAsAbsentAndTakesTheirTaskBack() {
        long caseId = blown(LEADER);
        long key = open(caseId, "publicSecurity");
        reportIn(caseId, "urbanManagement", CAME);
        var step = CaseWalk.step(caseId, "Task_RecordAbsence");
        records.absent(new Step(caseId, step.element(), step.elementInstanceKey(), whistle(caseId).id()));
        assertThat(call("publicSecurity").state()).isEqualTo(CallState.ABSENT);
        assertThat(call("urbanManagement").state()).isEqualTo(CallState.CAME);
        assertThat(tasks.find(key).orElseThrow().state()).isEqualTo("CLOSED");
        assertThat(walk.view(caseId).history().getLast().internalText()).isEqualTo("未报到：公安局。");
        assertThat(reportIn(caseId, "publicSecurity", CAME)).containsEntry("reportInResult", "over");
    }

    @Test
    void endsWithTheHandlingOfItsCase() {
        long caseId = blown(LEADER);
        long key = open(caseId, "publicSecurity");
        walk.answerHandling(caseId, Map.of("decision", "done", "result", "燃气公司已经修复"));
        assertThat(whistle(caseId).state()).isEqualTo(WhistleState.ENDED);
        assertThat(call("publicSecurity").state()).isEqualTo(CallState.ENDED);
        assertThat(tasks.find(key).orElseThrow().state()).isEqualTo("CLOSED");
        assertThat(walk.view(caseId).history().getLast().internalText()).contains("随办理结束");
    }

    @Test
    void asksWhoBlewItForTheEndAndOffersThoseItCalled() {
        long caseId = blown(STREET);
        long key = walk.taskFor(caseId, "Task_CloseWhistle", whistle(caseId).id());
        assertThat(tasks.find(key).orElseThrow().assignee()).isEqualTo(STREET);
        assertThat(tasks.formVariables(key).orElseThrow()).contains("城市管理局：待报到", "公安局：待报到");
    }

    @Test
    void showsADepartmentItsOwnCallsAndTheStreetAll() {
        long caseId = blown(LEADER);
        assertThat(seen(caseId, "zhengweimin").calls()).extracting(WhistleView.Call::department)
                .containsExactly("公安局");
        assertThat(seen(caseId, STREET).calls()).hasSize(2);
        assertThat(seen(caseId, "caojiayi").calls()).hasSize(2);
        assertThat(list.list("songzixuan", PageRequest.of(0, 100))).isEmpty();
        assertThat(list.list("jianghongmei", PageRequest.of(0, 100))).isEmpty();
    }

    private WhistleView seen(long caseId, String login) {
        return list.list(login, PageRequest.of(0, 100)).stream().filter(each -> each.id() == whistle(caseId).id())
                .findFirst().orElseThrow();
    }

    private long blown(String login) {
        long caseId = walk.beingHandled();
        assertThat(blow(walk.view(caseId).caseNumber(), login)).isEmpty();
        return caseId;
    }

    private Optional<FieldProblem> blow(String number, String login) {
        return whistling.blow(number, TWO, "燃气管道泄漏", "小区东门", "2", login);
    }

    private Whistle whistle(long caseId) {
        return whistles.of(caseId).getFirst();
    }

    private WhistleCall call(String department) {
        return whistles.findCall(walk.part("whistle_call", department)).orElseThrow();
    }

    private long open(long caseId, String department) {
        return walk.taskFor(caseId, "Task_ReportIn", call(department).id());
    }

    private Map<String, @Nullable Object> reportIn(long caseId, String department, Map<String, ?> answer) {
        var step = CaseWalk.step(caseId, "Task_CheckReportIn");
        return reportingIn.check(new Step(caseId, step.element(), step.elementInstanceKey(), call(department).id()),
                Answer.of(answer));
    }

    private Map<String, @Nullable Object> close(long caseId, Map<String, ?> answer) {
        var step = CaseWalk.step(caseId, "Task_CheckWhistleClosing");
        return closing.check(new Step(caseId, step.element(), step.elementInstanceKey(), whistle(caseId).id()),
                Answer.of(answer));
    }

    private void turn(Duration by) {
        ((TurnableClock) clock).turn(by);
    }
}
