package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.StaffNotice;
import io.gridloop.cases.TurnableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@CasesTest
class StaffMessagesTests {

    private static final String ME = "lilijuan";

    @Autowired
    private StaffMessages messages;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    private long caseId;

    @BeforeEach
    void nothingWasSaid() {
        jdbc.sql("delete from staff_message").update();
        caseId = walk.waitingForAcceptance();
        jdbc.sql("delete from staff_message").update();
    }

    @Test
    void keepsEachOccasionOnceAndTheNewestFirst() {
        tell(ME, "warning#1", "时限已用去八成。");
        tell(ME, "warning#1", "时限已用去八成。");
        tell(ME, "dayBefore#1", "还有一个工作日到期。");
        assertThat(texts(ME)).containsExactly("还有一个工作日到期。", "时限已用去八成。");
        assertThat(texts("wangchunsheng")).isEmpty();
    }

    @Test
    void needsTheTransactionOfWhatItTells() {
        assertThatThrownBy(() -> events.publishEvent(new StaffNotice(caseId, ME, "x", "y")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void cutsWhatIsTooLong() {
        tell(ME, "long", "字".repeat(400));
        assertThat(texts(ME)).singleElement().asString().hasSize(300).endsWith("…");
    }

    @Test
    void whoStandsInReadsItTooAndTakesNothingAway() {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        jdbc.sql("insert into stand_in (id, absent, stand_in, from_day, to_day, reason)"
                + " values (9402, ?, 'yanghongxia', ?, ?, '休假')")
                .params(ME, today, today).update();
        tell(ME, "warning#1", "时限已用去八成。");
        assertThat(messages.list("yanghongxia", PageRequest.of(0, 5))).singleElement()
                .returns(true, StaffMessage::standIn).returns(true, StaffMessage::unread);
        messages.markAllRead("yanghongxia");
        assertThat(messages.unread("yanghongxia")).isZero();
        assertThat(messages.unread(ME)).isEqualTo(1);
        jdbc.sql("delete from stand_in where absent = ?").param(ME).update();
        assertThat(texts("yanghongxia")).isEmpty();
    }

    @Test
    void forgetsAfterNinetyDays() {
        tell(ME, "old", "很久以前。");
        jdbc.sql("update staff_message set at = at - interval '91 days'").update();
        tell(ME, "new", "刚才。");
        messages.forgetOld();
        assertThat(texts(ME)).containsExactly("刚才。");
    }

    @Test
    void thePageMarksWhatIsUnreadUntilItsReaderSaysSo() {
        page("0").contains("还没有消息").doesNotContain("全部标为已读");
        tell(ME, "warning#1", "时限已用去八成。");
        page("0").contains("消息（1）", "未读", "时限已用去八成。", "/cases/" + walk.view(caseId).caseNumber(), "全部标为已读");
        assertThat(mvc.post().uri("/desk/messages/read").with(user(ME).roles("FULL_TIME")).with(csrf()))
                .hasStatus3xxRedirection();
        page("0").contains("时限已用去八成。", ">消息</a>").doesNotContain("未读", "全部标为已读");
    }

    @Test
    void pagesByTwenty() {
        for (int i = 0; i < 21; i++) {
            clock.turn(Duration.ofSeconds(1));
            tell(ME, "occasion#" + i, "第%d条".formatted(i));
        }
        page("0").contains("第 1 页，共 2 页", "第20条").doesNotContain("第0条");
        page("1").contains("第0条");
        page("9").contains("没有这一页");
        page("x").contains("第20条");
    }

    private void tell(String login, String occasion, String text) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new StaffNotice(caseId, login, occasion, text)));
    }

    private List<String> texts(String login) {
        return messages.list(login, PageRequest.of(0, 50)).map(StaffMessage::text).toList();
    }

    private AbstractStringAssert<?> page(String number) {
        return assertThat(mvc.get().uri("/desk/messages").param("page", number).with(user(ME).roles("FULL_TIME")))
                .hasStatusOk().bodyText();
    }
}
