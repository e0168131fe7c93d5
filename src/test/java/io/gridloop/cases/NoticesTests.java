package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Whom the staff of a case are told what. */
@CasesTest
class NoticesTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private DeadlineRecords records;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private ReminderClock reminders;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Permitting permitting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    @Test
    void remindsTheHandlerAtTheWarning(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        records.warn(caseId, 1, null);
        records.warn(caseId, 1, null);
        assertThat(told(events, caseId, "lilijuan")).singleElement().asString().contains("已用去八成");
    }

    @Test
    void remindsTheHandlerOfALongLimitOneWorkingDayBeforeItEnds(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        move(caseId, Duration.ofDays(5));
        reminders.remind();
        assertThat(remindAt(caseId)).containsExactly(clock.instant().plus(Duration.ofDays(4)));
        assertThat(told(events, caseId, "lilijuan")).isEmpty();
        itsTimeComes(caseId);
        reminders.remind();
        reminders.remind();
        assertThat(told(events, caseId, "lilijuan")).singleElement().asString().contains("还有一个工作日到期");

        move(caseId, Duration.ofDays(6));
        reminders.remind();
        itsTimeComes(caseId);
        reminders.remind();
        assertThat(told(events, caseId, "lilijuan")).as("once for each deadline").hasSize(2);
    }

    @Test
    void remindsOfNoShortLimitAndOfNoEarlierDeadline(AssertablePublishedEvents events) {
        long shortOne = walk.beingHandled();
        long moved = walk.beingHandled();
        move(moved, Duration.ofDays(5));
        reminders.remind();
        itsTimeComes(moved);
        move(moved, Duration.ofDays(9));
        reminders.remind();
        assertThat(told(events, shortOne, "lilijuan")).isEmpty();
        assertThat(told(events, moved, "lilijuan")).isEmpty();
        assertThat(remindAt(shortOne)).isEmpty();
        assertThat(remindAt(moved)).as("of the present deadline").containsExactly(
                clock.instant().plus(Duration.ofDays(8)));
    }

    @Test
    void tellsTheHandlerThatTheCaseWasWithdrawn(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        withdrawing.withdraw(walk.receiptCode(caseId), "已自行解决");
        assertThat(told(events, caseId, "lilijuan")).containsExactly("反映人已撤回案件，不用再办理。");
    }

    @Test
    void tellsEachLevelOfARequestAndThenWhoAsked(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "3", "workingDay");
        assertThat(told(events, caseId, "wangchunsheng")).singleElement().asString().contains("申请延期3个工作日", "请审核");
        walk.supported(caseId);
        assertThat(told(events, caseId, "dengjianshe")).singleElement().asString().contains("网格长支持延期申请");
        permitting.decide(walk.view(caseId).caseNumber(), walk.request(caseId), "grant", "2", "", "dengjianshe");
        assertThat(told(events, caseId, "lilijuan")).containsExactly("督办员批准您的延期申请。");
    }

    @Test
    void tellsWhoAskedThatItWasRefused(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();
        walk.asksForMoreTime(caseId, "3", "workingDay");
        permitting.opine(walk.view(caseId).caseNumber(), walk.request(caseId), "refuse", "时间充足", "wangchunsheng");
        assertThat(told(events, caseId, "lilijuan")).containsExactly("网格长不同意您的延期申请。意见：时间充足");
        assertThat(told(events, caseId, "dengjianshe")).isEmpty();
    }

    private List<Instant> remindAt(long caseId) {
        return jdbc.sql("select remind_at from deadline_reminder where case_id = ? and remind_at is not null")
                .param(caseId).query(OffsetDateTime.class).list().stream().map(OffsetDateTime::toInstant).toList();
    }

    private void itsTimeComes(long caseId) {
        jdbc.sql("update deadline_reminder set remind_at = ? where case_id = ? and remind_at is not null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), caseId).update();
    }

    private void move(long caseId, Duration fromNow) {
        assertThat(deadlines.move(walk.view(caseId).caseNumber(), clock.instant().plus(fromNow), "材料待补齐",
                "dengjianshe")).isEmpty();
    }

    private static List<String> told(AssertablePublishedEvents events, long caseId, String login) {
        var told = events.ofType(StaffNotice.class)
                .matching(it -> it.caseId() == caseId && it.login().equals(login));
        return StreamSupport.stream(told.spliterator(), false).map(StaffNotice::text).toList();
    }
}
