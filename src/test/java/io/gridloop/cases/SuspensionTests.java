package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.TestPropertySource;

/** A clock that stands still for an objective cause, and goes on with exactly what was left. */
@CasesTest
// Its clock goes far, and other tests do not expect that of theirs.
@TestPropertySource(properties = "gridloop.cases.extensions-per-round=3")
class SuspensionTests {

    private static final String LEADER = "wangchunsheng";
    private static final String SUPERVISOR = "dengjianshe";

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Suspending suspending;

    @Autowired
    private Permitting permitting;

    @Autowired
    private Extending extending;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DeadlineRecords records;

    @Autowired
    private SecondClock secondClock;

    @Autowired
    private ReviewClock reviewClock;

    @Autowired
    private EngineLinks links;

    @Autowired
    private Cases cases;

    @Autowired
    private CasePages pages;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private RequestPages requests;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Times times;

    @Autowired
    private TurnableClock clock;

    @Test
    void goesOnWithExactlyWhatWasLeft() {
        long caseId = walk.beingHandled();
        clock.turn(Duration.ofMinutes(90));
        walk.suspended(caseId, day(10));
        clock.turn(Duration.ofHours(77));

        assertThat(suspending.resume(number(caseId), SUPERVISOR)).isEmpty();

        // Four hours less the hour and a half that was used; the warning comes after 3 h 12 min of use.
        assertThat(walk.view(caseId).dueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(150)));
        assertThat(walk.view(caseId).warnAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(102)));
        assertThat(walk.view(caseId).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void hasNoDeadlineMeanwhileAndTellsTheEngineOfOneThatNeverComes(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        walk.suspended(caseId, day(10));
        var until = times.day(clock.instant().plus(Duration.ofDays(10)));
        var it = walk.view(caseId);
        assertThat(it.dueAt()).isNull();
        assertThat(it.warnAt()).isNull();
        assertThat(it.light()).isNull();
        assertThat(it.deadline()).contains("挂账至" + until);
        assertThat(it.history().getLast().internalText()).contains("李丽娟申请挂账（天气或季节原因，说明：连日大雨无法施工）",
                "王春生支持", "批准挂账至" + until);
        assertThat(events.ofType(DeadlineMoved.class)).singleElement().satisfies(moved -> {
            assertThat(moved.watchKey()).isEqualTo(caseId + "#1#1");
            assertThat(moved.warnAt()).isEqualTo(moved.dueAt()).isAfter(Instant.parse("2120-01-01T00:00:00Z"));
            assertThat(Duration.between(clock.instant(), moved.dueAt()).toNanos()).isPositive();
        });
        var receipt = receipts.byReceipt(cases.findById(caseId).orElseThrow().receiptCode()).orElseThrow();
        assertThat(receipt.steps().getLast().text()).isEqualTo("因客观原因（天气或季节原因）暂停计时，最迟%s恢复办理。".formatted(until));
        assertThat(receipt.toString()).doesNotContain("大雨", "李丽娟");
    }

    @Test
    void nothingIsRecordedWhileTheClockStandsStill() {
        long caseId = walk.beingHandled();
        var before = walk.view(caseId);
        walk.suspended(caseId, day(10));
        clock.turn(Duration.ofDays(3));
        records.warn(caseId, 1, times.iso(Objects.requireNonNull(before.warnAt())));
        records.overdue(caseId, 1, times.iso(Objects.requireNonNull(before.dueAt())));
        records.overdue(caseId, 1, null);
        secondClock.recordWhatTheEngineMissed();
        reviewClock.resumeWhatIsToBeReviewed();
        assertThat(walk.elements(caseId)).doesNotContain("Task_RecordWarning", "Task_RecordOverdue");
        assertThat(walk.view(caseId).dueAt()).isNull();
        assertThat(pages.list(new CaseFilter(null, true, before.caseNumber()), PageRequest.of(0, 20), SUPERVISOR))
                .isEmpty();
    }

    @Test
    void isOverdueAtTheRightInstantAfterwardsAndNotByATimerOfBefore() {
        long caseId = walk.beingHandled();
        var before = walk.view(caseId);
        clock.turn(Duration.ofHours(1));
        walk.suspended(caseId, day(10));
        clock.turn(Duration.ofDays(1));
        suspending.resume(number(caseId), LEADER);
        records.overdue(caseId, 1, times.iso(Objects.requireNonNull(before.dueAt())));
        assertThat(walk.view(caseId).overdueAt()).isNull();
        clock.turn(Duration.ofHours(3));
        records.overdue(caseId, 1, times.iso(Objects.requireNonNull(walk.view(caseId).dueAt())));
        assertThat(walk.view(caseId).overdueAt()).isEqualTo(clock.instant());
    }

    @Test
    void resumesByItselfOnTheDayOfTheReview(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        walk.suspended(caseId, day(2));
        clock.turn(Duration.ofDays(2));
        reviewClock.resumeWhatIsToBeReviewed();
        reviewClock.resumeWhatIsToBeReviewed();

        var it = walk.view(caseId);
        assertThat(it.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(it.history().getLast().internalText()).startsWith("复核日期已到，恢复计时");
        assertThat(it.history().getLast().publicText()).startsWith("已恢复计时，办理时限至");
        assertThat(events.ofType(DeadlineMoved.class).matching(moved -> moved.caseId() == caseId)).hasSize(2)
                .last().satisfies(moved -> assertThat(moved.dueAt()).isEqualTo(it.dueAt()));
    }

    @Test
    void isResumedOnceAndByThoseWhoMay() {
        long caseId = walk.beingHandled();
        assertThat(suspending.resume(number(caseId), LEADER)).isPresent();
        walk.suspended(caseId, day(5));
        assertThat(suspending.resume(number(caseId), "lilijuan")).isPresent();
        assertThat(suspending.resume(number(caseId), "chenmingliang")).isPresent();
        assertThat(suspending.resume(number(caseId), LEADER)).isEmpty();
        var dueAt = walk.view(caseId).dueAt();
        clock.turn(Duration.ofMinutes(5));
        assertThat(suspending.resume(number(caseId), SUPERVISOR)).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("已经恢复"));
        assertThat(walk.view(caseId).dueAt()).isEqualTo(dueAt);
    }

    @ParameterizedTest
    @CsvSource({"RAIN,1,理由充分,cause", "'',1,理由充分,cause", "OTHER,0,理由充分,reviewOn", "OTHER,-1,理由充分,reviewOn",
            "OTHER,366,理由充分,reviewOn", "OTHER,1,' ',reason", "OTHER,1,雨,reason"})
    void refusesWhatCannotBeAsked(String cause, int days, String reason, String field) {
        long caseId = walk.beingHandled();
        assertThat(suspending.ask(number(caseId), cause, day(days), reason, "lilijuan")).hasValueSatisfying(
                problem -> assertThat(problem.field()).isEqualTo(field));
        assertThat(walk.count("deadline_request", caseId)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"''", "tomorrow", "2026-02-30", "+999999999-01-01"})
    void refusesWhatIsNoDay(String day) {
        assertThat(suspending.ask(number(walk.beingHandled()), "OTHER", day, "理由充分", "lilijuan")).hasValueSatisfying(
                problem -> assertThat(problem.field()).isEqualTo("reviewOn"));
    }

    @Test
    void onlyOneRequestOfEitherKindWaitsAndNoneWhileTheClockStandsStill() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "1", "workingDay");
        assertThat(suspending.ask(number(caseId), "OTHER", day(1), "理由充分", "lilijuan")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("正在审批"));
        walk.supported(caseId);
        permitting.decide(number(caseId), walk.request(caseId), "refuse", "", "不必延期", SUPERVISOR);
        walk.suspended(caseId, day(3));
        assertThat(extending.ask(number(caseId), "1", "workingDay", "理由充分", "lilijuan")).hasValueSatisfying(
                problem -> assertThat(problem.words()).contains("已挂账"));
        assertThat(deadlines.move(number(caseId), clock.instant().plusSeconds(600), "理由充分", SUPERVISOR))
                .contains("案件已挂账，请先恢复计时。");
    }

    @Test
    void cannotBeGrantedOnceTheDeadlineHasPassedNorAfterTheDayOfTheReview() {
        long late = walk.beingHandled();
        walk.asksForSuspension(late, day(3));
        walk.supported(late);
        clock.turn(Duration.ofHours(5));
        assertThat(grant(late)).hasValueSatisfying(problem -> assertThat(problem.words()).contains("时限已过"));
        assertThat(walk.view(late).dueAt()).isNotNull();
        deadlines.move(number(late), clock.instant().plus(Duration.ofDays(30)), "理由充分", SUPERVISOR);
        clock.turn(Duration.ofDays(4));
        assertThat(grant(late)).hasValueSatisfying(problem -> assertThat(problem.words()).contains("复核日期已到"));
    }

    @Test
    void endsWhenTheCaseIsHandledMeanwhile() {
        long caseId = walk.beingHandled();
        walk.suspended(caseId, day(30));
        clock.turn(Duration.ofDays(2));
        walk.answerHandling(caseId, Map.of("decision", "done", "result", "已清运垃圾并冲洗地面"));
        assertThat(walk.view(caseId).deadline()).doesNotContain("挂账");
        assertThat(walk.view(caseId).history()).anyMatch(
                entry -> String.valueOf(entry.internalText()).contains("挂账结束"));
        clock.turn(Duration.ofDays(40));
        reviewClock.resumeWhatIsToBeReviewed();
        secondClock.recordWhatTheEngineMissed();
        assertThat(walk.view(caseId).overdueAt()).isNull();
    }

    @Test
    void aCaseGivenBackKeepsTheTimeThatItsSuspensionSaved() {
        long caseId = walk.beingHandled();
        walk.suspended(caseId, day(30));
        clock.turn(Duration.ofDays(2));
        walk.answerHandling(caseId, Map.of("decision", "return", "reason", "不属于本网格"));
        walk.answerAssignment(caseId, Map.of("unit", "urbanManagement"));
        walk.dispatch(caseId);
        assertThat(walk.view(caseId).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
    }

    @Test
    void lastsWhenAnotherInstanceTakesTheCaseUp() {
        long caseId = walk.beingHandled();
        walk.suspended(caseId, day(30));
        links.restart(caseId, caseId * 10, "引擎数据丢失");
        assertThat(cases.findById(caseId).orElseThrow().watch().suspendedUntil()).isNotNull();
        assertThat(suspending.resume(number(caseId), SUPERVISOR)).isEmpty();
        assertThat(walk.view(caseId).dueAt()).isNotNull();
    }

    @Test
    void anAnswerOfTheSupervisorThatWasOnItsWaySendsTheWatchToSleep() {
        long caseId = walk.beingHandled();
        walk.suspended(caseId, day(30));
        var result = walk.answerSupervision(caseId, Map.of("decision", "urge"));
        assertThat(result).containsEntry("supervisionResult", "moved").containsEntry("dueAt", times.iso(times.never()));
        assertThat(walk.view(caseId).dueAt()).isNull();
    }

    @Test
    void canBeRepeatedAndExtendedAfterwards() {
        long caseId = walk.beingHandled();
        for (int i = 0; i < 3; i++) {
            walk.suspended(caseId, day(3));
            clock.turn(Duration.ofHours(30));
            suspending.resume(number(caseId), SUPERVISOR);
            assertThat(walk.view(caseId).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
        }
        walk.asksForMoreTime(caseId, "2", "workingHour");
        walk.supported(caseId);
        permitting.decide(number(caseId), walk.request(caseId), "grant", "2", "", SUPERVISOR);
        assertThat(walk.view(caseId).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(6)));
        assertThat(jdbc.sql("select count(*) from deadline_request where case_id = ? and resumed_at is not null")
                .param(caseId).query(Long.class).single()).isEqualTo(3);
    }

    private Optional<FieldProblem> grant(long caseId) {
        return permitting.decide(number(caseId), walk.request(caseId), "grant", "", "", SUPERVISOR);
    }

    private String day(int fromToday) {
        return clock.instant().atZone(clock.getZone()).toLocalDate().plusDays(fromToday).toString();
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }
}
