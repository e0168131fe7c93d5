package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** An emergency is for 110, 119, 120 or 122: it is recorded, the number told, and nobody is alarmed by gridloop. */
@CasesTest
class EmergencyTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Reporting reporting;

    @ParameterizedTest
    @EnumSource
    void tellsTheNumberAndTheDispatcherAndEnds(EmergencyLine line, AssertablePublishedEvents events) {
        long caseId = walk.registered(urgent(line.number()));
        walk.passedOn(caseId);
        assertThat(walk.view(caseId)).returns(Resolution.PASSED_ON, CaseView::resolution)
                .returns(line, CaseView::urgent);
        assertThat(walk.view(caseId).publicText()).contains(line.label(), "马上拨打" + line.number(), "不会替您报警");
        assertThat(events.ofType(StaffNotice.class).matching(it -> it.caseId() == caseId
                && it.login().equals("fengguifang"))).hasSize(1);
    }

    @Test
    void canBeFoundOutByTheGridLeaderAndByTheIntake() {
        long accepted = walk.registered(aReport());
        assertThat(walk.answerAcceptance(accepted, Map.of("decision", "emergency", "emergencyLine", "119")))
                .containsEntry("acceptanceResult", "emergency");
        walk.passedOn(accepted);
        long unclassified = walk.registered(with(aReport(), null, null, "那边有人打架", null));
        assertThat(walk.answerClassification(unclassified, Map.of("decision", "emergency", "emergencyLine", "110")))
                .containsEntry("emergencyLine", "110").containsEntry("classificationValid", true);
        walk.passedOn(unclassified);
        assertThat(walk.view(unclassified).resolution()).isEqualTo(Resolution.PASSED_ON);
    }

    @Test
    void knowsFourLines() {
        assertThatThrownBy(() -> reporting.accept(urgent("12345"))).isInstanceOf(InvalidReportException.class);
    }

    private static Report urgent(String line) {
        var it = aReport();
        return new Report(it.submissionKey(), it.channel(), null, null, null, "有人晕倒在路边", null, null, null, "幸福路",
                null, null, null, null, it.receivedAt(), line);
    }
}
