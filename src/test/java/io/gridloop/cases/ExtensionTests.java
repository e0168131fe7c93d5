package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** More time: asked by who handles the case, supported by the grid leader, granted by the supervisor. */
@CasesTest
class ExtensionTests {

    private static final String HANDLER = "lilijuan";
    private static final String LEADER = "wangchunsheng";
    private static final String SUPERVISOR = "dengjianshe";

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Extending extending;

    @Autowired
    private Permitting permitting;

    @Autowired
    private Approvals approvals;

    @Autowired
    private RequestPages requests;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DeadlineRecords records;

    @Autowired
    private EngineLinks links;

    @Autowired
    private Cases cases;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Times times;

    @Autowired
    private TurnableClock clock;

    @Test
    void movesTheDeadlineByWhatWasGrantedAndTellsEverybody(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        var before = walk.view(caseId);
        walk.asksForMoreTime(caseId, "6", "workingHour");
        walk.supported(caseId);
        assertThat(walk.view(caseId).dueAt()).as("not before it is granted").isEqualTo(before.dueAt());

        assertThat(grant(caseId, "5", "下不为例")).isEmpty();

        var it = walk.view(caseId);
        var dueAt = Objects.requireNonNull(before.dueAt()).plus(Duration.ofHours(5));
        assertThat(it.dueAt()).isEqualTo(dueAt);
        assertThat(it.history().getLast().internalText()).contains("李丽娟申请延期6个工作时", "王春生支持", "批准5个工作时",
                "等待维修配件到货", "下不为例");
        assertThat(it.history().getLast().actorName()).contains("邓建设");
        assertThat(it.deadlineSteps()).contains("申请延期6个工作时，批准5个工作时。");
        assertThat(events.ofType(DeadlineMoved.class)).containsExactly(new DeadlineMoved(caseId, caseId + "#1#1",
                Objects.requireNonNull(it.warnAt()), dueAt));
        var receipt = receipts.byReceipt(cases.findById(caseId).orElseThrow().receiptCode()).orElseThrow();
        assertThat(receipt.steps().getLast().text()).isEqualTo("办理时限延长至%s。".formatted(times.words(dueAt)));
        assertThat(receipt.toString()).doesNotContain("配件", "下不为例", "李丽娟");
    }

    @Test
    void keepsAskedAndGrantedApart() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "3", "workingDay");
        walk.supported(caseId);
        assertThat(grant(caseId, "2", "")).isEmpty();
        var request = panel(caseId, HANDLER).requests().getFirst();
        assertThat(request.asked()).isEqualTo("3个工作日");
        assertThat(request.granted()).isEqualTo("2个工作日");
        assertThat(request.state()).isEqualTo(RequestState.GRANTED);
        assertThat(request.dueAfter()).isEqualTo(walk.view(caseId).dueAt());
    }

    @Test
    void timersOfTheEarlierDeadlineHaveNoEffect() {
        long caseId = walk.beingHandled();
        var before = walk.view(caseId);
        walk.asksForMoreTime(caseId, "5", "workingHour");
        walk.supported(caseId);
        grant(caseId, "5", "");
        clock.turn(Duration.ofHours(5));
        records.warn(caseId, 1, times.iso(Objects.requireNonNull(before.warnAt())));
        records.overdue(caseId, 1, times.iso(Objects.requireNonNull(before.dueAt())));
        assertThat(walk.elements(caseId)).doesNotContain("Task_RecordWarning", "Task_RecordOverdue");
        clock.turn(Duration.ofHours(5));
        records.overdue(caseId, 1, times.iso(Objects.requireNonNull(walk.view(caseId).dueAt())));
        assertThat(walk.view(caseId).overdueAt()).isEqualTo(clock.instant());
    }

    @Test
    void closesTheSupervisionThatIsOpenWhenItIsGrantedAfterTheDeadline() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "10", "workingHour");
        walk.supported(caseId);
        clock.turn(Duration.ofHours(5));
        records.overdue(caseId, 1, null);
        walk.prepare(caseId, "Task_SuperviseOverdue");
        assertThat(openSupervisions(caseId)).isEqualTo(1);

        assertThat(grant(caseId, "1", "")).hasValueSatisfying(problem -> {
            assertThat(problem.field()).isEqualTo("amount");
            assertThat(problem.words()).contains("已经过去");
        });
        assertThat(grant(caseId, "10", "")).isEmpty();

        assertThat(openSupervisions(caseId)).isZero();
        assertThat(walk.view(caseId).overdueAt()).isNull();
        assertThat(walk.view(caseId).dueAt()).isAfter(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({"0,workingDay,理由充分,amount", "31,workingDay,理由充分,amount", "41,workingHour,理由充分,amount",
            "61,naturalDay,理由充分,amount", "1.5,workingDay,理由充分,amount", "'',workingDay,理由充分,amount",
            "1,weeks,理由充分,amount", "1,workingDay,' ',reason", "1,workingDay,急,reason"})
    void refusesWhatCannotBeAsked(String amount, String unit, String reason, String field) {
        long caseId = walk.beingHandled();
        assertThat(ask(caseId, amount, unit, reason)).hasValueSatisfying(
                problem -> assertThat(problem.field()).isEqualTo(field));
        assertThat(walk.count("deadline_request", caseId)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"40,workingHour", "30,workingDay", "60,naturalDay", "1,naturalDay"})
    void takesTheWholeRange(String amount, String unit) {
        assertThat(ask(walk.beingHandled(), amount, unit, "理由充分")).isEmpty();
    }

    @Test
    void onlyWhoHandlesTheCaseAsksAndOnlyWhileItIsHandled() {
        long caseId = walk.beingHandled();
        var number = walk.view(caseId).caseNumber();
        assertThat(extending.ask(number, "1", "workingDay", "理由充分", LEADER)).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("只有承办人"));
        assertThat(extending.ask(number, "1", "workingDay", "理由充分", "yanghongxia")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("没有这个案件"));
        assertThat(ask(walk.handled(), "1", "workingDay", "理由充分")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("只有处置中"));
    }

    @Test
    void cannotBeAskedForOnceTheDeadlineHasPassed() {
        long caseId = walk.beingHandled();
        clock.turn(Duration.ofHours(4));
        assertThat(ask(caseId, "1", "workingDay", "理由充分")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("时限已过"));
        assertThat(panel(caseId, HANDLER).mayAsk()).isFalse();
    }

    @Test
    void onlyOneWaitsAtATime() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        assertThat(ask(caseId, "1", "workingDay", "理由充分")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("正在审批"));
        assertThat(walk.count("deadline_request", caseId)).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql("""
                insert into deadline_request (case_id, run, round, kind, state, asked_by, asked_at, reason, asked_amount,
                                              asked_unit, due_before)
                values (?, 1, 1, 'EXTENSION', 'ASKED', 'x', now(), 'x', 1, 'WORKING_DAY', now())""").param(caseId)
                .update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void canBeAskedForTwiceInARound() {
        long caseId = walk.beingHandled();
        for (int i = 0; i < 2; i++) {
            walk.asksForMoreTime(caseId, "1", "workingDay");
            assertThat(opine(caseId, "refuse", "不必延期")).isEmpty();
        }
        assertThat(panel(caseId, HANDLER).mayAsk()).isFalse();
        assertThat(ask(caseId, "1", "workingDay", "理由充分")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("已申请延期2次"));
    }

    @Test
    void endsWithTheLeadersRefusal() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        assertThat(opine(caseId, "refuse", " ")).hasValueSatisfying(
                problem -> assertThat(problem.field()).isEqualTo("note"));
        assertThat(opine(caseId, "maybe", "")).hasValueSatisfying(
                problem -> assertThat(problem.field()).isEqualTo("decision"));
        assertThat(opine(caseId, "refuse", "今天可以办完")).isEmpty();
        assertThat(state(caseId)).isEqualTo(RequestState.REFUSED);
        assertThat(grant(caseId, "1", "")).isPresent();
        assertThat(walk.view(caseId).history().getLast().internalText()).isEqualTo("不同意延期申请。意见：今天可以办完");
    }

    @Test
    void endsWithTheSupervisorsRefusalAndLeavesTheDeadline() {
        long caseId = walk.beingHandled();
        var dueAt = walk.view(caseId).dueAt();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        walk.supported(caseId);
        assertThat(decide(caseId, "refuse", "", "")).hasValueSatisfying(
                problem -> assertThat(problem.field()).isEqualTo("note"));
        assertThat(decide(caseId, "refuse", "", "理由不充分")).isEmpty();
        assertThat(state(caseId)).isEqualTo(RequestState.REFUSED);
        assertThat(walk.view(caseId).dueAt()).isEqualTo(dueAt);
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "''", "x", "-1"})
    void grantsNothingBeyondWhatWasAsked(String amount) {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "3", "workingDay");
        walk.supported(caseId);
        assertThat(grant(caseId, amount, "")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("1至3之间"));
        assertThat(state(caseId)).isEqualTo(RequestState.SUPPORTED);
    }

    @Test
    void needsBothLevelsInTheirOrderAndByDifferentPeople() {
        long caseId = walk.beingHandled();
        var number = walk.view(caseId).caseNumber();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        var request = walk.request(caseId);
        assertThat(grant(caseId, "1", "")).as("not before the leader").isPresent();
        assertThat(permitting.opine(number, request, "support", "", SUPERVISOR)).isPresent();
        assertThat(permitting.opine(number, request, "support", "", HANDLER)).isPresent();
        assertThat(permitting.opine(number, request, "support", "", "chenmingliang")).isPresent();
        walk.supported(caseId);
        assertThat(permitting.decide(number, request, "grant", "1", "", LEADER)).isPresent();
        jdbc.sql("update deadline_request set leader = ? where id = ?::bigint").params(SUPERVISOR, request).update();
        assertThat(grant(caseId, "1", "")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("由他人审批"));
        assertThat(state(caseId)).isEqualTo(RequestState.SUPPORTED);
    }

    @Test
    void nobodySupportsTheirOwnRequest() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        jdbc.sql("update deadline_request set asked_by = ? where case_id = ?").params(LEADER, caseId).update();
        assertThat(opine(caseId, "support", "")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("由他人审核"));
    }

    @Test
    void aSecondClickDoesNothing() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "2", "workingHour");
        var request = walk.request(caseId);
        walk.supported(caseId);
        assertThat(opine(caseId, "support", "")).isPresent();
        assertThat(grant(caseId, "2", "")).isEmpty();
        var dueAt = walk.view(caseId).dueAt();
        assertThat(permitting.decide(walk.view(caseId).caseNumber(), request, "grant", "2", "", SUPERVISOR))
                .isPresent();
        assertThat(walk.view(caseId).dueAt()).isEqualTo(dueAt);
    }

    @ParameterizedTest
    @CsvSource({"done", "return"})
    void isVoidWhenTheCaseLeavesHandling(String decision) {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        walk.answerHandling(caseId, Map.of("decision", decision, "result", "已清运垃圾并冲洗地面", "reason", "不属于本网格"));
        assertThat(state(caseId)).isEqualTo(RequestState.VOID);
        assertThat(walk.view(caseId).history()).anyMatch(
                entry -> String.valueOf(entry.internalText()).contains("未审批完的延期申请作废"));
        assertThat(opine(caseId, "support", "")).isPresent();
        assertThat(approvals.list(LEADER, PageRequest.of(0, 100)))
                .noneMatch(each -> each.caseNumber().equals(walk.view(caseId).caseNumber()));
    }

    @Test
    void staysWhenAnotherInstanceTakesTheCaseUp() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        links.restart(caseId, caseId * 10, "引擎数据丢失");
        assertThat(state(caseId)).isEqualTo(RequestState.ASKED);
    }

    @Test
    void aDeadlineMovedMeanwhileIsTheOneThatIsExtended() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "2", "workingHour");
        walk.supported(caseId);
        var moved = clock.instant().plus(Duration.ofHours(20));
        deadlines.move(walk.view(caseId).caseNumber(), moved, "设备待调配", SUPERVISOR);
        assertThat(grant(caseId, "2", "")).isEmpty();
        assertThat(walk.view(caseId).dueAt()).isEqualTo(moved.plus(Duration.ofHours(2)));
    }

    @Test
    void waitsOnTheListOfWhoseTurnItIs() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        assertThat(waitsFor(LEADER, caseId)).isTrue();
        assertThat(waitsFor(SUPERVISOR, caseId)).isFalse();
        assertThat(waitsFor("chenmingliang", caseId)).isFalse();
        walk.supported(caseId);
        assertThat(waitsFor(LEADER, caseId)).isFalse();
        assertThat(waitsFor(SUPERVISOR, caseId)).isTrue();
        grant(caseId, "1", "");
        assertThat(waitsFor(SUPERVISOR, caseId)).isFalse();
        assertThat(List.of(LEADER, SUPERVISOR)).allMatch(login -> approvals.count(login).isPresent());
        assertThat(List.of(HANDLER, "caojiayi", "handongsheng")).noneMatch(login -> approvals.count(login).isPresent());
    }

    private boolean waitsFor(String login, long caseId) {
        var number = walk.view(caseId).caseNumber();
        return approvals.list(login, PageRequest.of(0, 100)).stream()
                .anyMatch(each -> each.caseNumber().equals(number));
    }

    private Optional<FieldProblem> ask(long caseId, String amount, String unit, String reason) {
        return extending.ask(walk.view(caseId).caseNumber(), amount, unit, reason, HANDLER);
    }

    private Optional<FieldProblem> opine(long caseId, String decision, String note) {
        return permitting.opine(walk.view(caseId).caseNumber(), walk.request(caseId), decision, note, LEADER);
    }

    private Optional<FieldProblem> grant(long caseId, String amount, String note) {
        return decide(caseId, "grant", amount, note);
    }

    private Optional<FieldProblem> decide(long caseId, String decision, String amount, String note) {
        return permitting.decide(walk.view(caseId).caseNumber(), walk.request(caseId), decision, amount, note,
                SUPERVISOR);
    }

    private RequestPanel panel(long caseId, String login) {
        return requests.panel(walk.view(caseId).caseNumber(), login).orElseThrow();
    }

    private RequestState state(long caseId) {
        return RequestState
                .valueOf(jdbc.sql("select state from deadline_request where case_id = ? order by id desc limit 1")
                        .param(caseId).query(String.class).single());
    }

    private long openSupervisions(long caseId) {
        return jdbc.sql("select count(*) from case_task where case_id = ? and element = ? and state = 'OPEN'")
                .params(caseId, "Task_SuperviseOverdue").query(Long.class).single();
    }
}
