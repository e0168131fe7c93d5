package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.cases.Permitting;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.RequestPages;
import io.gridloop.cases.Suspending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The running watch while the clock of a case stands still, and when it goes on. */
class SuspensionStoriesIT extends AbstractCaseStory {

    private static final String WATCH = "DeadlineWatchProcess";

    @Autowired
    Suspending suspending;

    @Autowired
    Permitting permitting;

    @Autowired
    RequestPages requests;

    @Test
    void nothingHappensAtTheOldDeadlineAndTheNewOneComesAtTheRightInstant() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        process(WATCH).isWaitingForMessage("Msg_DeadlineMoved");
        var before = dueAt(receipt);
        suspend(receipt, 30);
        completed(process(WATCH), "CatchEvent_DeadlineMovedBeforeWarning");

        passTo(before.plus(Duration.ofDays(2)));
        process(WATCH).isActive().hasNotActivatedElements("Task_RecordWarning", "Task_RecordOverdue",
                "Task_SuperviseOverdue");
        assertThat(view(receipt).overdueAt()).isNull();

        assertThat(suspending.resume(receipt.caseNumber(), "dengjianshe")).isEmpty();
        assertThat(dueAt(receipt)).isAfter(clock.instant());
        process(WATCH).hasCompletedElement("CatchEvent_DeadlineMovedBeforeWarning", 2);
        passTo(dueAt(receipt).minus(Duration.ofMinutes(10)));
        process(WATCH).hasCompletedElements("Task_RecordWarning").hasNotActivatedElements("Task_RecordOverdue");
        passTo(dueAt(receipt));
        assertThat(open("Task_SuperviseOverdue")).isCreated();
        awaitCase(receipt, it -> it.overdueAt() != null);
        assertThat(view(receipt).history()).extracting(CaseView.Entry::element).containsOnlyOnce("Task_RecordWarning",
                "Task_RecordOverdue");
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    void resumesByItselfOnTheDayOfTheReview() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        process(WATCH).isWaitingForMessage("Msg_DeadlineMoved");
        suspend(receipt, 2);
        // A message still on its way would outlive its time in the jump, and then be sent once more.
        completed(process(WATCH), "CatchEvent_DeadlineMovedBeforeWarning");
        passTo(clock.instant().plus(Duration.ofDays(2)));
        await().atMost(Duration.ofSeconds(90)).until(() -> view(receipt).dueAt() != null);
        process(WATCH).hasCompletedElement("CatchEvent_DeadlineMovedBeforeWarning", 2);
        passTo(dueAt(receipt));
        assertThat(open("Task_SuperviseOverdue")).isCreated();
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    private void suspend(Receipt receipt, int days) {
        var day = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(days).toString();
        assertThat(suspending.ask(receipt.caseNumber(), "SEASON", day, "连日大雨无法施工", "lilijuan")).isEmpty();
        var request = requests.panel(receipt.caseNumber(), "dengjianshe").orElseThrow().requests().getFirst();
        var id = String.valueOf(request.id());
        assertThat(permitting.opine(receipt.caseNumber(), id, "support", "", "wangchunsheng")).isEmpty();
        assertThat(permitting.decide(receipt.caseNumber(), id, "grant", "", "", "dengjianshe")).isEmpty();
        assertThat(view(receipt).dueAt()).isNull();
    }

    private Instant dueAt(Receipt receipt) {
        return Objects.requireNonNull(view(receipt).dueAt());
    }

    private void passTo(Instant instant) {
        engine.increaseTime(Duration.between(clock.instant(), instant).plusSeconds(5));
    }
}
