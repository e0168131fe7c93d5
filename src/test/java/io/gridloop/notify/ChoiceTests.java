package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.StaffNotice;
import io.gridloop.cases.TurnableClock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff choose how they are told, and are left alone at night. */
@CasesTest
@Import(ScriptedChannel.class)
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H"})
class ChoiceTests {

    private static final String ME = "lilijuan";
    private static final String LEADER = "wangchunsheng";

    @Autowired
    private ScriptedChannel channel;

    @Autowired
    private Sender sender;

    @Autowired
    private StaffChoices choices;

    @Autowired
    private MockMvcTester mvc;

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
    void nobodyHasChosen() {
        Mornings.next(clock, LocalTime.of(9, 0));
        channel.reaches();
        caseId = walk.beingHandled();
        jdbc.sql("delete from delivery").update();
        jdbc.sql("delete from rate_limit").update();
        jdbc.sql("delete from staff_choice").update();
        channel.reaches(ME, LEADER);
    }

    @Test
    void withoutAChoiceOnlySupervisionComesAsATextMessage() {
        assertThat(Choices.USUAL.wanted()).contains("SUPERVISION.SMS", "TASK.MAIL", "TASK.GROUP", "DIGEST.MAIL")
                .doesNotContain("TASK.SMS", "REMINDER.SMS", "DIGEST.SMS", "DIGEST.GROUP");
        assertThat(choices.of(ME)).isEqualTo(Choices.USUAL);
    }

    @Test
    void sendsNothingOfAKindThatIsNotWanted() {
        choices.keep(ME, new Choices(Set.of("SUPERVISION.MAIL", "REMINDER.SMS"), QuietHours.USUAL));
        tell(ME, "warning#1");
        tell(ME, "supervision#1#a");
        tell(LEADER, "warning#1");
        sender.sendDue();
        assertThat(channel.titles()).hasSize(2).first().asString().contains("有督办要求");
        choices.keep(ME, new Choices(Set.of(), QuietHours.USUAL));
        tell(ME, "supervision#2#a");
        sender.sendDue();
        assertThat(channel.sent()).hasSize(2);
    }

    @Test
    void atNightMessagesWaitAndComeAsOneForEachPerson() {
        clock.turn(Duration.ofHours(13));
        tell(ME, "warning#1");
        tell(LEADER, "reworks#1");
        clock.turn(Duration.ofHours(4));
        tell(ME, "overdue#1");
        sender.sendDue();
        assertThat(channel.sent()).isEmpty();
        clock.turn(Duration.ofMinutes(5 * 60 + 29));
        sender.sendDue();
        assertThat(channel.sent()).as("7:29").isEmpty();
        clock.turn(Duration.ofMinutes(1));
        sender.sendDue();
        assertThat(channel.sent()).extracting(ScriptedChannel.Sent::recipient).containsExactly(ME, LEADER);
        assertThat(channel.titles()).first().asString().startsWith("2条消息");
    }

    @ParameterizedTest
    @CsvSource({"redCard#1#a, 1", "emergency, 1", "supervision#1#a, 0", "overdue#1, 0"})
    void atNightOnlyWhatIsUrgentComes(String occasion, int sent) {
        clock.turn(Duration.ofHours(14));
        tell(ME, occasion);
        sender.sendDue();
        assertThat(channel.sent()).hasSize(sent);
    }

    @Test
    void somebodyHasHoursOfTheirOwn() {
        choices.keep(ME, new Choices(Choices.ALL, new QuietHours(LocalTime.of(9, 0), LocalTime.of(10, 0))));
        tell(ME, "warning#1");
        tell(LEADER, "warning#1");
        sender.sendDue();
        assertThat(channel.sent()).extracting(ScriptedChannel.Sent::recipient).containsExactly(LEADER);
        clock.turn(Duration.ofHours(1));
        sender.sendDue();
        assertThat(channel.sent()).hasSize(2);
    }

    @Test
    void whatWasNotTakenInTheEveningComesInTheMorning() {
        clock.turn(Duration.ofMinutes(12 * 60 + 29));
        tell(ME, "warning#1");
        channel.answers(new Outcome.Later("没有应答"), new Outcome.Later("没有应答"));
        sender.sendDue();
        jdbc.sql("update delivery set attempts = 6, next_at = created_at").update();
        clock.turn(Duration.ofMinutes(1).minusSeconds(1));
        sender.sendDue();
        assertThat(channel.sent()).as("its second attempt, at 21:29:59").hasSize(2);
        clock.turn(Duration.ofHours(10));
        sender.sendDue();
        assertThat(channel.sent()).as("7:29:59").hasSize(2);
        clock.turn(Duration.ofSeconds(1));
        sender.sendDue();
        assertThat(channel.sent()).hasSize(3);
    }

    @Test
    void keepsWhatIsChosenOnThePage() {
        assertThat(show()).hasStatusOk().bodyText().contains("本系统已开通：邮件", "value=\"21:30\"", "新任务", "每日汇总")
                .doesNotContain("DIGEST.GROUP");
        assertThat(keep("12:00", "14:00", "TASK.MAIL", "DIGEST.SMS")).hasRedirectedUrl("/account/notifications");
        assertThat(choices.of(ME)).isEqualTo(new Choices(Set.of("TASK.MAIL", "DIGEST.SMS"),
                new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0))));
        assertThat(choices.of(LEADER)).isEqualTo(Choices.USUAL);
        assertThat(show()).bodyText().contains("value=\"12:00\"", "value=\"14:00\"");
        assertThat(keep("12:00", "12:00")).hasRedirectedUrl("/account/notifications");
        assertThat(choices.of(ME).wanted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"21:30, '', TASK.MAIL", "21.30, 07:30, TASK.MAIL", "24:00, 07:30, TASK.MAIL", "9:00, 10:00, TASK.MAIL",
            "21:00, 09:01, TASK.MAIL", "21:30, 07:30, DIGEST.GROUP", "21:30, 07:30, TASK.PIGEON",
            "21:30, 07:30, '<script>'"})
    void refusesWhatCannotBe(String from, String to, String wanted) {
        assertThat(keep(from, to, wanted)).hasStatus(422).bodyText()
                .contains("role=\"alert\"", "value=\"" + from + "\"")
                .doesNotContain("<script>");
        assertThat(choices.of(ME)).isEqualTo(Choices.USUAL);
    }

    private void tell(String login, String occasion) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new StaffNotice(caseId, login, occasion, "快到期")));
    }

    private MvcTestResult show() {
        return mvc.get().uri("/account/notifications").with(me()).exchange();
    }

    private MvcTestResult keep(String from, String to, String... wanted) {
        var request = mvc.post().uri("/account/notifications/choices").param("quietFrom", from).param("quietTo", to)
                .with(me()).with(csrf());
        Arrays.stream(wanted).forEach(each -> request.param("wanted", each));
        return request.exchange();
    }

    private static RequestPostProcessor me() {
        return user(ME).roles("FULL_TIME");
    }
}
