package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same matter without a new fact is told the outcome of the first case and not handled again. */
@CasesTest
class RepeatsTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void endsARepeatedComplaintWithTheOutcomeOfTheFirst() {
        long first = walk.closed();
        long again = walk.registered(aReport());
        assertThat(repeat(again, first)).containsEntry("acceptanceResult", "repeated");
        walk.close(again);
        assertThat(walk.view(again)).returns(Resolution.REPEATED, CaseView::resolution);
        assertThat(walk.view(again).publicText()).contains(number(first), "结案", "已解决", "新情况");
        assertThat(walk.view(again).links().first().caseNumber()).isEqualTo(number(first));
        var receipt = receipts.byReceipt(walk.receiptCode(again)).orElseThrow();
        assertThat(receipt.original().repeated()).isTrue();
        assertThat(receipt.followUp()).isNull();
    }

    @Test
    void takesTheFirstOfARepeatedComplaintThatWasNamed() {
        long first = walk.closed();
        long again = walk.registered(aReport());
        repeat(again, first);
        walk.close(again);
        long third = walk.registered(aReport());
        assertThat(repeat(third, again)).containsEntry("acceptanceResult", "repeated");
        assertThat(walk.view(third).links().first().caseNumber()).isEqualTo(number(first));
    }

    @Test
    void refusesACaseThatIsStillOpen() {
        assertThat(problem(repeat(walk.registered(aReport()), walk.beingHandled()))).contains("请选“重复件”");
    }

    @Test
    void refusesACaseThatEndedTooLongAgo() {
        long first = walk.closed();
        long again = walk.registered(aReport());
        jdbc.sql("update grid_case set closed_at = closed_at - interval '180 days' where id = ?").param(first).update();
        assertThat(problem(repeat(again, first))).contains("超过180天");
    }

    @Test
    void refusesWhatCouldNotBeSolvedAndItsReporterDidNotAccept() {
        long first = walk.handled();
        walk.answerVerification(first, Map.of("decision", "unable", "opinion", "涉及产权纠纷"));
        walk.close(first);
        long again = walk.registered(aReport());
        followingUp.answer(walk.receiptCode(first), "DISSATISFIED", "NOT_SOLVED", "", false);
        assertThat(problem(repeat(again, first))).contains("不满意");
        followingUp.answer(walk.receiptCode(first), "MOSTLY", "", "", false);
        assertThat(repeat(again, first)).containsEntry("acceptanceResult", "repeated");
    }

    private Map<String, @Nullable Object> repeat(long caseId, long first) {
        return walk.answerAcceptance(caseId, Map.of("decision", "repeat", "repeatOf", number(first)));
    }

    private static String problem(Map<String, ?> result) {
        assertThat(result.get("acceptanceResult")).isEqualTo("invalid");
        return String.valueOf(result.get("formProblem"));
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }
}
