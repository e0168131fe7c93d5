package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.clock.CalendarFiles;
import io.gridloop.clock.CalendarTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases under the working calendar, as a county runs them. The clock begins on a Monday at 9:00. */
@CasesTest
@TestPropertySource(properties = "gridloop.clock.count=working")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkingDeadlineTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private Cases cases;

    @Autowired
    private CalendarFiles files;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TurnableClock clock;

    @Autowired
    private CalendarUnits units;

    @Autowired
    private Permitting permitting;

    @Autowired
    private ReviewClock reviews;

    @Test
    void leavesOutTheMiddayBreakAndExplainsItToStaffAndResident() {
        long caseId = walk.beingHandled();
        var it = walk.view(caseId);
        // It was accepted at 9:00: three hours before the break, one after it.
        var start = TurnableClock.START;
        assertThat(it.dueAt()).isEqualTo(start.plus(Duration.ofMinutes(390)));
        assertThat(it.warnAt()).isEqualTo(start.plus(Duration.ofMinutes(342)));
        var steps = List.of("2026年11月23日（周一）09:00起计，时限4个工作时（上班时间08:30-12:00、14:30-18:00）。",
                "11月23日（周一）计4小时。", "至11月23日（周一）15:30到期，共计4小时。");
        assertThat(it.deadlineSteps()).containsAll(steps);
        var receiptCode = cases.findById(caseId).orElseThrow().receiptCode();
        assertThat(receipts.byReceipt(receiptCode).orElseThrow().deadlineSteps()).containsAll(steps)
                .noneMatch(step -> step.contains("规则"));
    }

    @Test
    void countsByTheCalendarOfTheCommunity() {
        var it = cases.findById(walk.beingHandled()).orElseThrow();
        var community = new CalendarTarget(units.of(it).getFirst());
        transactions.executeWithoutResult(status -> files.replace(community,
                files.read(community, "周一至周日,09:00-17:00\n节假日,上班").file(), "caojiayi"));
        assertThat(walk.view(walk.beingHandled()).dueAt()).isEqualTo(TurnableClock.START.plus(Duration.ofHours(4)));
        assertThat(walk.view(it.id()).dueAt()).as("runs already").isEqualTo(it.watch().dueAt());
        transactions.executeWithoutResult(status -> files.undo(community, "caojiayi"));
        assertThat(walk.view(walk.beingHandled()).dueAt())
                .isEqualTo(TurnableClock.START.plus(Duration.ofMinutes(390)));
    }

    @Test
    void countsAnExtensionFromTheDeadlineThatRuns() {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "2", "workingDay");
        walk.supported(caseId);
        assertThat(permitting.decide(walk.view(caseId).caseNumber(), walk.request(caseId), "grant", "2", "",
                "dengjianshe")).isEmpty();
        // Due on Monday at 15:30; the two days after it end on Wednesday at 18:00.
        assertThat(walk.view(caseId).dueAt()).isEqualTo(TurnableClock.START.plus(Duration.ofHours(57)));
        assertThat(walk.view(caseId).deadlineSteps()).contains("申请延期2个工作日，批准2个工作日。",
                "2026年11月23日（周一）15:30起计，时限2个工作日，当日不计，从次日起算。");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void goesOnWithTheWorkingTimeThatWasLeftAcrossAWeekend() {
        long caseId = walk.beingHandled();
        var until = clock.instant().plus(Duration.ofDays(5));
        walk.suspended(caseId, until.atZone(clock.getZone()).toLocalDate().toString());
        // Monday 9:00 plus five days and two hours is Saturday 11:00: the first counted hour is Monday's 8:30.
        clock.turn(Duration.ofDays(5).plusHours(2));
        reviews.resumeWhatIsToBeReviewed();
        var monday = Instant.parse("2026-11-30T00:30:00Z");
        assertThat(walk.view(caseId).dueAt()).isEqualTo(monday.plus(Duration.ofMinutes(390)));
        assertThat(walk.view(caseId).deadlineSteps()).anyMatch(step -> step.contains("暂停计时，其间34小时30分钟不计"))
                .anyMatch(step -> step.contains("恢复后还剩4小时"));
    }

    @Test
    void theSupervisorGivesWorkingHours() {
        long caseId = walk.beingHandled();
        walk.answerSupervision(caseId, Map.of("decision", "move", "addHours", 7, "note", "协调设备"));
        // Three hours are left of the morning, three and a half of the afternoon.
        assertThat(walk.view(caseId).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(walk.view(caseId).deadlineSteps()).anyMatch(step -> step.contains("时限经人工调整至11月24日09:00"))
                .contains("至11月24日（周二）09:00到期，共计7小时。");
    }
}
