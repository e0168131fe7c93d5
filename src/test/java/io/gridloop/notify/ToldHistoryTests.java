package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.cases.CaseView;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.StaffNotice;
import io.gridloop.cases.TurnableClock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The history of a case names whom messages reached. */
@CasesTest
@Import(ScriptedChannel.class)
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H"})
class ToldHistoryTests {

    private static final String ME = "lilijuan";

    @Autowired
    private ScriptedChannel channel;

    @Autowired
    private Sender sender;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    private long caseId;

    @BeforeEach
    void nothingIsToBeSent() {
        Mornings.next(clock, LocalTime.of(9, 0));
        channel.reaches();
        caseId = walk.beingHandled();
        jdbc.sql("delete from delivery").update();
        jdbc.sql("delete from rate_limit").update();
        channel.reaches(ME);
    }

    @Test
    void namesWhoWasToldHowAndWhen() {
        tell("warning#1");
        clock.turn(Duration.ofMinutes(92));
        sender.sendDue();
        assertThat(told()).containsExactly("已通知李丽娟：邮件，10:32。");
        assertThat(entries()).extracting(CaseView.Entry::publicText).containsOnlyNulls();
    }

    @Test
    void hasALineForEachCaseOfABundle() {
        long other = walk.beingHandled();
        tell("warning#1");
        transaction.executeWithoutResult(
                status -> events.publishEvent(new StaffNotice(other, ME, "warning#1", "快到期")));
        sender.sendDue();
        assertThat(channel.sent()).hasSize(1);
        assertThat(told()).hasSize(1);
        caseId = other;
        assertThat(told()).hasSize(1);
    }

    @Test
    void namesWhoCouldNotBeToldOnlyInTheEnd() {
        tell("warning#1");
        channel.answers(new Outcome.Later("没有应答"), new Outcome.Refused("邮件服务器拒收该地址（550）"));
        sender.sendDue();
        assertThat(told()).isEmpty();
        clock.turn(Duration.ofMinutes(1));
        sender.sendDue();
        assertThat(told()).containsExactly("未能通知李丽娟：邮件，邮件服务器拒收该地址（550）。");
    }

    private void tell(String occasion) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new StaffNotice(caseId, ME, occasion, "快到期")));
    }

    private List<CaseView.Entry> entries() {
        return walk.view(caseId).history().stream().filter(each -> each.element().equals("Notification")).toList();
    }

    private List<String> told() {
        return entries().stream().map(CaseView.Entry::internalText).map(String::valueOf).toList();
    }
}
