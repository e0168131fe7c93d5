package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.test.AssertablePublishedEvents;

@CasesTest
class DeadlineTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DeadlineRecords records;

    @Autowired
    private SecondClock secondClock;

    @Autowired
    private CasePages pages;

    @Autowired
    private Times times;

    @Autowired
    private TurnableClock clock;

    @Test
    void warnsOnceWhicheverClockSaysSo() {
        long caseId = walk.beingHandled();
        clock.turn(Duration.ofMinutes(200));
        records.warn(caseId, 1, times.iso(walk.view(caseId).warnAt()));
        records.warn(caseId, 1, null);
        assertThat(occurrences(caseId, "Task_RecordWarning")).isEqualTo(1);
        assertThat(walk.view(caseId).light()).isEqualTo(Light.YELLOW);
    }

    @Test
    void recordsOnceThatACaseIsOverdue() {
        long caseId = overdue();
        records.overdue(caseId, 1, times.iso(walk.view(caseId).dueAt()));
        secondClock.recordWhatTheEngineMissed();

        var it = walk.view(caseId);
        assertThat(occurrences(caseId, "Task_RecordOverdue")).isEqualTo(1);
        assertThat(it.overdueAt()).isEqualTo(clock.instant());
        assertThat(it.light()).isEqualTo(Light.RED);
        assertThat(it.deadline()).contains("已超时1小时0分钟");
        assertThat(pages.list(new CaseFilter(null, true, it.caseNumber()), PageRequest.of(0, 20), "dengjianshe"))
                .hasSize(1);
    }

    @Test
    void recordsWhatTheEngineMissed() {
        long caseId = overdue();
        secondClock.recordWhatTheEngineMissed();
        records.overdue(caseId, 1, times.iso(walk.view(caseId).dueAt()));
        assertThat(occurrences(caseId, "Task_RecordOverdue")).isEqualTo(1);
    }

    @Test
    void ignoresATimerOfAnEarlierDeadline() {
        long caseId = walk.beingHandled();
        var earlier = walk.view(caseId);
        move(caseId, Duration.ofHours(10));

        records.warn(caseId, 1, times.iso(earlier.warnAt()));
        records.overdue(caseId, 1, times.iso(earlier.dueAt()));
        records.overdue(caseId, 7, null);

        assertThat(walk.elements(caseId)).doesNotContain("Task_RecordWarning", "Task_RecordOverdue");
    }

    @Test
    void ignoresATimerOfACaseThatIsNoLongerHandled() {
        long caseId = walk.handled();
        records.overdue(caseId, 1, null);
        assertThat(walk.view(caseId).overdueAt()).isNull();
    }

    @Test
    void recordsAgainAfterTheDeadlineWasMoved() {
        long caseId = overdue();
        records.overdue(caseId, 1, null);
        move(caseId, Duration.ofHours(2));
        assertThat(walk.view(caseId).overdueAt()).isNull();
        clock.turn(Duration.ofHours(3));
        records.overdue(caseId, 1, null);
        assertThat(occurrences(caseId, "Task_RecordOverdue")).isEqualTo(2);
    }

    @Test
    void movesTheDeadlineAndSaysSo(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        var newDueAt = clock.instant().plus(Duration.ofHours(10));

        move(caseId, Duration.ofHours(10));

        assertThat(walk.view(caseId).dueAt()).isEqualTo(newDueAt);
        assertThat(walk.view(caseId).warnAt()).isEqualTo(clock.instant().plus(Duration.ofHours(8)));
        assertThat(walk.view(caseId).history().getLast().internalText()).contains("理由：现场需要大型设备");
        assertThat(events.ofType(DeadlineMoved.class))
                .containsExactly(new DeadlineMoved(caseId, caseId + "#1#1", clock.instant().plus(Duration.ofHours(8)),
                        newDueAt));
    }

    @Test
    void explainsWhyADeadlineCannotBeMoved() {
        var handled = walk.view(walk.beingHandled()).caseNumber();
        var later = clock.instant().plus(Duration.ofHours(1));
        assertThat(deadlines.move("WZ26-000000-0", later, "理由充分", "dengjianshe")).contains("没有这个案件。");
        assertThat(deadlines.move(walk.view(walk.accepted()).caseNumber(), later, "理由充分", "dengjianshe"))
                .hasValueSatisfying(why -> assertThat(why).contains("只有处置中"));
        assertThat(deadlines.move(handled, clock.instant(), "理由充分", "dengjianshe"))
                .hasValueSatisfying(why -> assertThat(why).contains("晚于现在"));
        assertThat(deadlines.move(handled, later.plus(Duration.ofDays(400)), "理由充分", "dengjianshe"))
                .hasValueSatisfying(why -> assertThat(why).contains("一年以内"));
        assertThat(deadlines.move(handled, later, " ", "dengjianshe"))
                .hasValueSatisfying(why -> assertThat(why).contains("请填写调整理由"));
    }

    @Test
    void movesNoDeadlineOutOfScope() {
        var handled = walk.view(walk.beingHandled()).caseNumber();
        var later = clock.instant().plus(Duration.ofHours(1));
        assertThat(deadlines.move(handled, later, "理由充分", "chenmingliang")).contains("没有这个案件。");
    }

    @Test
    void givesWorkingHoursFromNowUnderSupervision() {
        long caseId = overdue();
        var result = walk.answerSupervision(caseId, Map.of("decision", "move", "addHours", 5, "note", "协调设备"));
        var dueAt = clock.instant().plus(Duration.ofHours(5));
        assertThat(result).containsEntry("supervisionResult", "moved").containsEntry("supervision", null)
                .containsEntry("dueAt", times.iso(dueAt));
        assertThat(walk.view(caseId).dueAt()).isEqualTo(dueAt);
    }

    @Test
    void urgesAndLiftsWithoutTouchingTheDeadline() {
        long caseId = overdue();
        var dueAt = walk.view(caseId).dueAt();
        assertThat(walk.answerSupervision(caseId, Map.of("decision", "urge"))).containsEntry("supervisionResult",
                "urged");
        assertThat(walk.answerSupervision(caseId, Map.of("decision", "lift"))).containsEntry("supervisionResult",
                "lifted");
        assertThat(walk.view(caseId).dueAt()).isEqualTo(dueAt);
    }

    @Test
    void needsNoSupervisionOnceTheStepIsDone() {
        long caseId = walk.handled();
        assertThat(walk.answerSupervision(caseId, Map.of("decision", "move", "addHours", 5)))
                .containsEntry("supervisionResult", "over");
    }

    private long overdue() {
        long caseId = walk.beingHandled();
        clock.turn(Duration.ofHours(5));
        return caseId;
    }

    private void move(long caseId, Duration fromNow) {
        assertThat(
                deadlines.move(walk.view(caseId).caseNumber(), clock.instant().plus(fromNow), "现场需要大型设备", "lilijuan"))
                .isEmpty();
    }

    private long occurrences(long caseId, String element) {
        return walk.elements(caseId).stream().filter(element::equals).count();
    }
}
