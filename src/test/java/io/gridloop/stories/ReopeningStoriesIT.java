package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.FollowingUp;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Reopening;
import io.gridloop.cases.Resolution;
import io.gridloop.cases.Withdrawing;
import io.gridloop.notify.ResidentMessages;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A closed case is taken up again: a new run from the beginning, a second end, told a second time. */
class ReopeningStoriesIT extends AbstractCaseStory {

    @Autowired
    FollowingUp followingUp;

    @Autowired
    Reopening reopening;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    ResidentMessages messages;

    @Test
    void goesRoundAgainForADissatisfiedReporterAndClosesAgain() {
        var receipt = aReportedCase(GARBAGE, GRID);
        long first = goRound(receipt);
        assertThat(followingUp.answer(receipt.receiptCode(), "DISSATISFIED", "CAME_BACK", "垃圾又堆起来了。", true))
                .isEmpty();
        long second = goRound(receipt);

        assertThat(second).isNotEqualTo(first);
        assertThat(byKey(first)).isCompleted();
        assertThat(byKey(second)).isCompleted();
        assertThat(view(receipt)).returns(2, CaseView::run).returns(1, CaseView::reopened)
                .returns(Resolution.SOLVED, CaseView::resolution);
        assertThat(messages.of(receipt.caseId())).hasSize(2);
    }

    @Test
    void endsACaseThatItsLeaderTookUpAgainAndItsReporterWithdrew() {
        var receipt = aReportedCase(GARBAGE, GRID);
        goRound(receipt);
        assertThat(reopening.reopen(receipt.caseNumber(), "现场又有垃圾。", "wangchunsheng")).isEmpty();
        var again = awaitCase(receipt, it -> it.state() == CaseState.ACCEPTING);
        long key = Objects.requireNonNull(again.processInstanceKey());
        assertThat(open("Task_AcceptCase", key)).isCreated();
        assertThat(withdrawing.withdraw(receipt.receiptCode(), "")).isEmpty();

        assertThat(byKey(key)).isCompleted().hasCompletedElements("SubProcess_Withdrawal");
        assertThat(view(receipt).resolution()).isEqualTo(Resolution.WITHDRAWN);
        assertThat(messages.of(receipt.caseId())).hasSize(2);
    }

    /** From acceptance to the end; returns the key of the process instance. */
    private long goRound(Receipt receipt) {
        long key = Objects.requireNonNull(
                awaitCase(receipt, it -> it.state() == CaseState.ACCEPTING).processInstanceKey());
        accept(ACCEPT);
        handle(DONE);
        assertThat(open("Task_VerifyCase", key)).isCreated();
        engine.completeUserTask(open("Task_VerifyCase", key), Map.of("verification", PASS));
        assertThat(byKey(key)).isCompleted();
        int told = view(receipt).reopened() + 1;
        await().atMost(Duration.ofSeconds(30)).until(() -> messages.of(receipt.caseId()).size() == told);
        return key;
    }
}
