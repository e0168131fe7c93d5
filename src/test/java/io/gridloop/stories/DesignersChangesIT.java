package io.gridloop.stories;

import static io.gridloop.process.changes.WorkedChanges.approvalAdded;
import static io.gridloop.process.changes.WorkedChanges.ruleAdded;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.process.test.api.CamundaAssert;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.Receipt;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two worked changes of the guide go through the door and hold for new cases; running ones go on without them. */
class DesignersChangesIT extends AbstractDoorStory {

    private static final Map<String, String> COUNTY = Map.of("decision", "accept", "handlingLevel", "county");

    @Test
    void asksForTheApprovalThatADesignerDrew() throws Exception {
        awaitHealth("UP");
        var running = aReportedCase(GARBAGE, GRID);
        awaitCase(running, it -> it.state() == CaseState.ACCEPTING);
        publish();

        acceptFor(running, COUNTY);
        assertThat(handlerOf(running)).as("began without the approval").isEqualTo("zhanglixin");

        var agreed = aReportedCase(GARBAGE, GRID);
        acceptFor(agreed, COUNTY);
        approve(Map.of("decision", "refuse"));
        approve(Map.of("decision", "agree", "opinion", "照此派遣"));
        assertThat(handlerOf(agreed)).isEqualTo("zhanglixin");
        assertThat(told(agreed)).contains("审批同意。照此派遣");

        var refused = aReportedCase(GARBAGE, GRID);
        acceptFor(refused, COUNTY);
        approve(Map.of("decision", "refuse", "opinion", "应由社区办理"));
        assign(Map.of("unit", "community", "reason", "按审批意见"));
        assertThat(handlerOf(refused)).isEqualTo("lilijuan");
        assertThat(told(refused)).contains("审批不同意：应由社区办理");

        var other = aReportedCase(OTHER, GRID);
        acceptFor(other, ACCEPT);
        assertThat(handlerOf(other)).as("by the new rule R-1201-C").isEqualTo("liuyuqing");
    }

    private void publish() throws Exception {
        var proposal = propose(Map.of(approvalAdded().file(), approvalAdded().text(), ruleAdded().file(),
                ruleAdded().text()));
        assertThat(page(proposal)).contains("审批派遣", "R-1201-C");
        assertThat(step(proposal + "/approve", SECOND).getStatus()).isEqualTo(302);
        awaitDeployed(proposal);
    }

    private void approve(Map<String, ?> answer) {
        answer("Task_DispatcherApproval", "approval", answer);
    }

    private void acceptFor(Receipt receipt, Map<String, ?> answer) {
        var key = awaitCase(receipt, it -> it.state() == CaseState.ACCEPTING).processInstanceKey();
        CamundaAssert.assertThat(open("Task_AcceptCase", key)).isCreated();
        engine.completeUserTask(open("Task_AcceptCase", key), Map.of("acceptance", answer));
    }

    private String handlerOf(Receipt receipt) {
        awaitCase(receipt, it -> it.state() == CaseState.HANDLING);
        return jdbc.sql("select handler_login from grid_case where id = ?").param(receipt.caseId())
                .query(String.class).single();
    }

    private List<String> told(Receipt receipt) {
        return view(receipt).history().stream().map(entry -> String.valueOf(entry.internalText())).toList();
    }
}
