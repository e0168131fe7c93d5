package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.DeadlineRecords;
import io.gridloop.cases.StaffNotice;
import io.gridloop.cases.TaskFinished;
import io.gridloop.cases.TurnableClock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves gridloop, when, and what becomes of it. */
@CasesTest
@Import(ScriptedChannel.class)
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H",
        "gridloop.public-url=https://county.example/"})
class DeliveryTests {

    private static final String ME = "lilijuan";
    private static final String LEADER = "wangchunsheng";

    @Autowired
    private ScriptedChannel channel;

    @Autowired
    private Sender sender;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private DeadlineRecords records;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    private long caseId;
    private String number;

    @BeforeEach
    void nothingIsToBeSent() {
        channel.reaches();
        Mornings.next(clock, LocalTime.of(9, 0));
        caseId = walk.beingHandled();
        number = walk.view(caseId).caseNumber();
        jdbc.sql("delete from delivery").update();
        jdbc.sql("delete from rate_limit").update();
        channel.reaches(ME, LEADER);
    }

    @Test
    void tellsOfANewTaskOnce() {
        walk.handleAtTheDesk(caseId);
        assertThat(channel.sent()).as("never inside the transaction").isEmpty();
        sender.sendDue();
        sender.sendDue();
        assertThat(channel.sent()).singleElement().satisfies(it -> {
            assertThat(it.recipient()).isEqualTo(ME);
            assertThat(it.message().title()).isEqualTo("案件" + number + "：请办理新任务“办理案件”");
            assertThat(it.message().link()).startsWith("https://county.example/desk/tasks/");
        });
        assertThat(deliveries.count("SENT")).isEqualTo(1);
    }

    @Test
    void tellsTheSameOccasionOfACaseOnce() {
        tell(ME, "warning#1");
        tell(ME, "warning#1");
        tell(LEADER, "warning#1");
        tell("yanghongxia", "warning#1");
        sender.sendDue();
        tell(ME, "warning#1");
        sender.sendDue();
        assertThat(channel.sent()).extracting(ScriptedChannel.Sent::recipient).containsExactly(ME, LEADER);
    }

    @ParameterizedTest
    @CsvSource({"warning#1,时限已用去八成，请抓紧办理", "dayBefore#1,还有一个工作日到期，请抓紧办理", "overdue#1,已经超期，请马上办理",
            "redCard#1#a,红牌督办，请马上查看并按期回复", "supervision#1#a,有督办要求，请查看并按期回复", "ruling#1,退单已裁定，请查看",
            "never-heard-of,有新的消息，请查看"})
    void saysWhatIsToBeDoneAndNothingThatSomebodyWrote(String occasion, String words) {
        tell(ME, occasion);
        sender.sendDue();
        assertThat(channel.sent()).singleElement().satisfies(it -> assertThat(it.message().text())
                .isEqualTo("案件%s：%s\nhttps://county.example/cases/%s".formatted(number, words, number)));
    }

    @Test
    void tellsWhoHandlesItThatItIsOverdue() {
        records.overdue(caseId, 1, null);
        sender.sendDue();
        assertThat(channel.titles()).containsExactly("案件" + number + "：已经超期，请马上办理");
    }

    @Test
    void tellsOfARedCardAsSuch() {
        walk.order(caseId, "RED");
        sender.sendDue();
        assertThat(channel.titles()).singleElement().asString().contains("红牌督办");
    }

    @Test
    void needsTheTransactionOfWhatItTells() {
        assertThatThrownBy(() -> events.publishEvent(new StaffNotice(caseId, ME, "x", "y")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void forgetsATaskThatIsOverBeforeAnybodyWasTold() {
        walk.handleAtTheDesk(caseId);
        assertThat(deliveries.count("WAITING")).isEqualTo(1);
        transaction.executeWithoutResult(status -> events.publishEvent(new TaskFinished(caseId,
                jdbc.sql("select max(element_instance_key) from case_task where case_id = ?").param(caseId)
                        .query(Long.class).single())));
        assertThat(deliveries.count("WAITING")).isZero();
    }

    @Test
    void sendsWhatWaitsForTheSameRecipientAsOne() {
        tell(ME, "warning#1");
        tell(ME, "overdue#1");
        tell(LEADER, "reworks#1");
        sender.sendDue();
        assertThat(channel.titles()).containsExactly("2条消息：请登录查看", "案件" + number + "：多次返工，请督办");
        assertThat(channel.sent().getFirst().message().details()).containsExactly(
                "案件" + number + "：时限已用去八成，请抓紧办理", "案件" + number + "：已经超期，请马上办理");
        assertThat(deliveries.count("SENT")).isEqualTo(3);
    }

    @Test
    void keepsAStormFromOneRecipient() {
        for (int i = 0; i < 30; i++) {
            tell(ME, "warning#" + i);
            sender.sendDue();
        }
        assertThat(channel.sent()).hasSize(Channel.EMAIL.burst());
        assertThat(jdbc.sql("select max(attempts) from delivery").query(Integer.class).single()).isZero();
        clock.turn(Duration.ofMinutes(1));
        sender.sendDue();
        assertThat(channel.titles()).hasSize(6).last().asString().startsWith("25条消息");
        assertThat(channel.sent().getLast().message().details()).hasSize(11).endsWith("……");
    }

    @Test
    void waitsLongerEachTimeAndGivesUpInTheEnd() {
        tell(ME, "warning#1");
        channel.answers(IntStream.range(0, 12).mapToObj(i -> new Outcome.Later("没有应答")).toArray(Outcome[]::new));
        sender.sendDue();
        sender.sendDue();
        assertThat(channel.sent()).hasSize(1);
        clock.turn(Duration.ofMinutes(1));
        sender.sendDue();
        assertThat(channel.sent()).hasSize(2);
        for (int i = 0; i < 20; i++) {
            clock.turn(Duration.ofHours(1));
            sender.sendDue();
        }
        assertThat(channel.sent()).hasSize(Settling.MOST_ATTEMPTS);
        assertThat(deliveries.failed(PageRequest.of(0, 5))).singleElement()
                .returns("没有应答", Delivery::lastError).returns(12, Delivery::attempts);
    }

    @Test
    void deliversAfterTheOtherSideCameBack() {
        tell(ME, "warning#1");
        channel.answers(new Outcome.Later("没有应答"));
        sender.sendDue();
        clock.turn(Duration.ofMinutes(1));
        sender.sendDue();
        assertThat(channel.sent()).hasSize(2);
        assertThat(deliveries.count("SENT")).isEqualTo(1);
    }

    @Test
    void leavesAChannelAloneThatTakesNothingNow() {
        tell(ME, "warning#1");
        tell(LEADER, "warning#1");
        channel.answers(new Outcome.Later("没有应答"));
        sender.sendDue();
        assertThat(channel.sent()).hasSize(1);
        sender.sendDue();
        assertThat(channel.sent()).hasSize(2);
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgainUntilSomebodySaysSo() {
        tell(ME, "warning#1");
        channel.answers(new Outcome.Refused("没有这个邮箱"));
        sender.sendDue();
        clock.turn(Duration.ofDays(1));
        sender.sendDue();
        assertThat(channel.sent()).hasSize(1);
        assertThat(deliveries.count("FAILED")).isEqualTo(1);
        assertThat(deliveries.retry(0, clock.instant())).isEqualTo(1);
        sender.sendDue();
        assertThat(deliveries.count("SENT")).isEqualTo(1);
    }

    @Test
    void twoInstancesNeverTakeTheSame() throws Exception {
        for (int i = 0; i < 40; i++) {
            jdbc.sql("""
                    insert into delivery (matter, occasion, login, channel, recipient, about, todo, details, path,
                                          created_at, next_at)
                    values ('m', ?, 'x', 'EMAIL', ?, 'a', 't', '', '/', now(), '2026-01-01')""")
                    .params("o" + i, "r" + i % 10).update();
        }
        var taken = new ArrayList<Long>();
        try (var instances = Executors.newFixedThreadPool(4)) {
            Callable<List<Long>> claims = () -> IntStream.range(0, 10).boxed()
                    .flatMap(i -> deliveries.claim(Channel.EMAIL, clock.instant(), Duration.ofMinutes(5)).stream())
                    .map(Delivery::id).toList();
            for (var each : instances.invokeAll(List.of(claims, claims, claims, claims))) {
                taken.addAll(each.get());
            }
        }
        assertThat(taken).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void comesBackToWhatAnInstanceTookThatDied() {
        tell(ME, "warning#1");
        assertThat(deliveries.claim(Channel.EMAIL, clock.instant(), Duration.ofMinutes(5))).hasSize(1);
        sender.sendDue();
        assertThat(channel.sent()).isEmpty();
        clock.turn(Duration.ofMinutes(5));
        sender.sendDue();
        assertThat(channel.sent()).hasSize(1);
    }

    @Test
    void forgetsWhatEndedNinetyDaysAgo() {
        tell(ME, "warning#1");
        sender.sendDue();
        tell(ME, "warning#2");
        deliveries.forgetEnded(clock.instant());
        assertThat(deliveries.count("SENT")).isEqualTo(1);
        deliveries.forgetEnded(clock.instant().plusSeconds(1));
        assertThat(deliveries.count("SENT")).isZero();
        assertThat(deliveries.count("WAITING")).isEqualTo(1);
    }

    private void tell(String login, String occasion) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new StaffNotice(caseId, login, occasion, "反映人李某说垃圾没人清")));
    }
}
