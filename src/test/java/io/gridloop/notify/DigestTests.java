package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.TurnableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Each working morning. */
@CasesTest
@Import(ScriptedChannel.class)
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H",
        "gridloop.public-url=https://county.example"})
class DigestTests {

    private static final String ME = "lilijuan";

    @Autowired
    private Digests digests;

    @Autowired
    private DigestWriting writing;

    @Autowired
    private ScriptedChannel channel;

    @Autowired
    private Sender sender;

    @Autowired
    private StaffContacts contacts;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    @BeforeEach
    void eightInTheMorningAndNothingToDo() {
        Mornings.next(clock, LocalTime.of(8, 0));
        jdbc.sql("update case_task set state = 'CLOSED', closed_at = now()").update();
        jdbc.sql("delete from delivery").update();
        jdbc.sql("delete from digest_day").update();
        jdbc.sql("delete from rate_limit").update();
        jdbc.sql("delete from staff_contact").update();
        channel.reaches();
        contacts.keep(ME, new Contact("li@county.example", null));
    }

    @Test
    void tellsOnceWhatIsOpen() {
        long first = tasks(1);
        tasks(1);
        digests.writeDue();
        sender.sendDue();
        assertThat(channel.sent()).as("8:00").isEmpty();
        clock.turn(Duration.ofMinutes(20));
        digests.writeDue();
        sender.sendDue();
        assertThat(channel.titles()).containsExactly("今日待办：共2件，今天到期2件，已超期0件");
        var message = channel.sent().getFirst().message();
        assertThat(message.link()).isEqualTo("https://county.example/desk");
        assertThat(message.details()).hasSize(2).first().asString()
                .startsWith("案件" + walk.view(first).caseNumber() + "，办理案件，").endsWith("日 12:00到期");
        clock.turn(Duration.ofMinutes(1));
        digests.writeDue();
        sender.sendDue();
        assertThat(channel.sent()).hasSize(1);
    }

    @Test
    void tellsTheNextDayAgainAndWhatIsOverdueByThen() {
        tasks(1);
        clock.turn(Duration.ofMinutes(20));
        digests.writeDue();
        sender.sendDue();
        Mornings.next(clock, LocalTime.of(8, 20));
        digests.writeDue();
        sender.sendDue();
        assertThat(channel.titles()).hasSize(2).last().isEqualTo("今日待办：共1件，今天到期0件，已超期1件");
        assertThat(channel.sent().getLast().message().details()).singleElement().asString().endsWith("（已超期）");
    }

    @Test
    void listsTheFiveOldest() {
        long oldest = tasks(1);
        clock.turn(Duration.ofSeconds(1));
        tasks(5);
        clock.turn(Duration.ofMinutes(20));
        digests.writeDue();
        sender.sendDue();
        assertThat(channel.sent()).singleElement().satisfies(it -> {
            assertThat(it.message().todo()).startsWith("共6件");
            assertThat(it.message().details()).hasSize(5).first().asString()
                    .contains(walk.view(oldest).caseNumber());
            assertThat(it.message().text()).doesNotContain("李某", "13812345678", "垃圾");
        });
    }

    @Test
    void saysNothingWhenNothingIsOpenAndToNobodyWithoutAnAddress() {
        tasks(1);
        jdbc.sql("delete from staff_contact").update();
        contacts.keep("yanghongxia", new Contact("y@county.example", null));
        channel.reaches(ME, "yanghongxia");
        clock.turn(Duration.ofMinutes(30));
        digests.writeDue();
        sender.sendDue();
        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void leavesTheWeekendAndTheAfternoonAlone() {
        tasks(1);
        clock.turn(Duration.ofHours(4));
        digests.writeDue();
        assertThat(written()).as("noon").isZero();
        while (LocalDate.ofInstant(clock.instant(), clock.getZone()).getDayOfWeek() != DayOfWeek.SATURDAY) {
            clock.turn(Duration.ofDays(1));
        }
        clock.turn(Duration.ofHours(21));
        digests.writeDue();
        assertThat(written()).as("Sunday at 9").isZero();
    }

    @Test
    void isWrittenOnceByTwoInstances() throws Exception {
        tasks(1);
        var day = LocalDate.ofInstant(clock.instant(), clock.getZone());
        try (var instances = Executors.newFixedThreadPool(2)) {
            Runnable write = () -> writing.write(day);
            for (var each : List.of(instances.submit(write), instances.submit(write))) {
                each.get();
            }
        }
        assertThat(written()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from delivery where occasion = 'digest'").query(Long.class).single())
                .isEqualTo(1);
    }

    /** So many cases on my desk; the id of the last. */
    private long tasks(int count) {
        channel.reaches();
        long caseId = 0;
        for (int i = 0; i < count; i++) {
            caseId = walk.beingHandled();
            walk.handleAtTheDesk(caseId);
        }
        channel.reaches(ME);
        return caseId;
    }

    private long written() {
        return jdbc.sql("select count(*) from digest_day").query(Long.class).single();
    }
}
