package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.cases.Permitting;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Extending;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.RequestPages;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The running watch follows a deadline that was extended, across the old and the new one. */
class ExtensionStoriesIT extends AbstractCaseStory {

    private static final String WATCH = "DeadlineWatchProcess";

    @Autowired
    Extending extending;

    @Autowired
    Permitting permitting;

    @Autowired
    RequestPages requests;

    @Test
    void isNotOverdueAtTheOldDeadlineAndIsAtTheNewOne() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        process(WATCH).isWaitingForMessage("Msg_DeadlineMoved");
        var before = dueAt(receipt);

        extend(receipt, "5");
        assertThat(dueAt(receipt)).isEqualTo(before.plus(Duration.ofHours(5)));
        completed(process(WATCH), "CatchEvent_DeadlineMovedBeforeWarning");

        passTo(before);
        process(WATCH).isActive().hasNotActivatedElements("Task_RecordOverdue", "Task_SuperviseOverdue");
        assertThat(view(receipt).overdueAt()).isNull();

        passTo(dueAt(receipt));
        assertThat(open("Task_SuperviseOverdue")).isCreated();
        awaitCase(receipt, it -> it.overdueAt() != null);
        assertThat(view(receipt).history()).extracting(CaseView.Entry::element).containsOnlyOnce("Task_RecordOverdue");
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    @Test
    void anExtensionGrantedAfterTheDeadlineEndsTheSupervision() {
        var receipt = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        process(WATCH).isWaitingForMessage("Msg_DeadlineMoved");
        ask(receipt, "20");
        passTo(dueAt(receipt));
        assertThat(open("Task_SuperviseOverdue")).isCreated();

        approve(receipt, "20");
        completed(process(WATCH), "BoundaryEvent_DeadlineMoved");
        process(WATCH).hasTerminatedElement("Task_SuperviseOverdue", 1);
        passTo(dueAt(receipt));
        assertThat(open("Task_SuperviseOverdue")).isCreated();
        handle(DONE);
        verify(PASS);
        theCase().isCompleted();
    }

    private void extend(Receipt receipt, String hours) {
        ask(receipt, hours);
        approve(receipt, hours);
    }

    private void ask(Receipt receipt, String hours) {
        assertThat(extending.ask(receipt.caseNumber(), hours, "workingHour", "等待维修配件到货", "lilijuan")).isEmpty();
    }

    private void approve(Receipt receipt, String hours) {
        var request = requests.panel(receipt.caseNumber(), "dengjianshe").orElseThrow().requests().getFirst();
        var id = String.valueOf(request.id());
        assertThat(permitting.opine(receipt.caseNumber(), id, "support", "", "wangchunsheng")).isEmpty();
        assertThat(permitting.decide(receipt.caseNumber(), id, "grant", hours, "", "dengjianshe")).isEmpty();
    }

    private Instant dueAt(Receipt receipt) {
        return Objects.requireNonNull(view(receipt).dueAt());
    }

    private void passTo(Instant instant) {
        engine.increaseTime(Duration.between(clock.instant(), instant).plusSeconds(5));
    }
}
