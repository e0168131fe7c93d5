package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Resolution;
import io.gridloop.cases.Tasks;
import io.gridloop.cases.Withdrawing;
import io.gridloop.notify.ResidentMessages;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A reporter takes the case back, wherever it stands: everything that runs for it ends, and the end is told once. */
class WithdrawalStoriesIT extends AbstractCaseStory {

    private static final String WATCH = "DeadlineWatchProcess";

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    Tasks tasks;

    @Autowired
    ResidentMessages messages;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void endsACaseThatTheEngineDoesNotKnowYet() {
        var receipt = transaction.execute(status -> {
            var reported = aReportedCase(GARBAGE, GRID);
            assertThat(withdrawing.withdraw(reported.receiptCode(), "")).isEmpty();
            return reported;
        });
        endsAsWithdrawn(Objects.requireNonNull(receipt));
    }

    @Test
    void endsACaseWhileItIsClassified() {
        var receipt = aReportedCase(null, null);
        assertThat(open("Task_ClassifyCase")).isCreated();
        withdraw(receipt);
        endsAsWithdrawn(receipt);
        theCase().hasTerminatedElement("Task_ClassifyCase", 1);
        assertThat(tasks.openTasksOf("handongsheng")).noneMatch(it -> it.caseId() == receipt.caseId());
    }

    @Test
    void endsACaseWhileTheDispatcherIsAsked() {
        var receipt = aReportedCase(OTHER, GRID);
        accept(ACCEPT);
        assertThat(open("Task_AssignUnit")).isCreated();
        withdraw(receipt);
        endsAsWithdrawn(receipt);
        process("DispatchCaseProcess").isTerminated().hasTerminatedElement("Task_AssignUnit", 1);
    }

    @Test
    void endsACaseWhileItIsHandledAndItsWatchWithIt() {
        var receipt = aCaseBeingHandled();
        withdraw(receipt);
        endsAsWithdrawn(receipt);
        process("HandleCaseProcess").isTerminated().hasTerminatedElement("Task_HandleCase", 1);
        process(WATCH).isTerminated();
        var dueAt = Objects.requireNonNull(view(receipt).dueAt());
        engine.increaseTime(Duration.between(clock.instant(), dueAt).plusSeconds(5));
        process(WATCH).hasNotActivatedElements("Task_RecordOverdue");
        assertThat(view(receipt).overdueAt()).isNull();
    }

    @Test
    void endsAnOverdueCaseAndItsSupervision() {
        var receipt = aCaseBeingHandled();
        engine.increaseTime(Duration.between(clock.instant(), Objects.requireNonNull(view(receipt).warnAt()))
                .plusSeconds(5));
        process(WATCH).hasCompletedElements("Task_RecordWarning");
        engine.increaseTime(Duration.between(clock.instant(), Objects.requireNonNull(view(receipt).dueAt()))
                .plusSeconds(5));
        assertThat(open("Task_SuperviseOverdue")).isCreated();
        withdraw(receipt);
        endsAsWithdrawn(receipt);
        process(WATCH).isTerminated().hasTerminatedElement("Task_SuperviseOverdue", 1);
    }

    @Test
    void endsACaseWhileItIsVerified() {
        var receipt = aCaseBeingHandled();
        handle(DONE);
        assertThat(open("Task_VerifyCase")).isCreated();
        withdraw(receipt);
        endsAsWithdrawn(receipt);
        theCase().hasTerminatedElement("Task_VerifyCase", 1);
    }

    private Receipt aCaseBeingHandled() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        assertThat(open("Task_HandleCase")).isCreated();
        process(WATCH).hasActiveElements("Gateway_AwaitWarning");
        return receipt;
    }

    private void withdraw(Receipt receipt) {
        assertThat(withdrawing.withdraw(receipt.receiptCode(), "问题已经自行解决。")).isEmpty();
    }

    private void endsAsWithdrawn(Receipt receipt) {
        theCase().isCompleted().hasCompletedElements("SubProcess_Withdrawal");
        var closed = awaitCase(receipt, it -> it.state() == CaseState.CLOSED);
        assertThat(closed.resolution()).isEqualTo(Resolution.WITHDRAWN);
        assertThat(closed.history()).extracting(CaseView.Entry::element)
                .containsOnlyOnce("StartEvent_CaseWithdrawn", "Task_CloseWithdrawnCase")
                .doesNotContain("Task_CloseCase");
        await().atMost(Duration.ofSeconds(30)).until(() -> !messages.of(receipt.caseId()).isEmpty());
        assertThat(messages.of(receipt.caseId())).hasSize(1);
    }
}
