package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@CasesTest
class FollowingUpTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Reopening reopening;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    @Test
    void keepsTheLastWordAndEachInTheHistory() {
        long caseId = walk.closed();
        assertThat(answer(caseId, "SATISFIED", "", false)).isEmpty();
        assertThat(answer(caseId, "DISSATISFIED", "TOO_SLOW", false)).isEmpty();
        assertThat(answer(caseId, "DISSATISFIED", "TOO_SLOW", false)).isEmpty();

        assertThat(jdbc.sql("select grade || ' ' || reason from case_rating where case_id = ?").param(caseId)
                .query(String.class).list()).containsExactly("DISSATISFIED TOO_SLOW");
        assertThat(walk.view(caseId).history()).filteredOn(it -> it.element().equals("EndEvent_CaseClosed"))
                .extracting(CaseView.Entry::internalText)
                .containsExactly("反映人评价：满意：三天", "反映人评价：不满意（办理太慢）：三天");
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.CLOSED);
        assertThat(receipt(caseId).followUp().rating().reason()).isEqualTo(Rating.Reason.TOO_SLOW);
        assertThat(receipt(caseId).steps()).extracting(ReceiptView.Step::text).noneMatch(it -> it.contains("评价"));
    }

    @ParameterizedTest
    @CsvSource({"'','',请选择满意", "GREAT,'',请选择满意", "DISSATISFIED,'',请选择不满意的原因", "DISSATISFIED,x,请选择不满意的原因"})
    void saysWhatIsMissing(String grade, String reason, String problem) {
        long caseId = walk.closed();
        assertThat(answer(caseId, grade, reason, true)).hasValueSatisfying(it -> assertThat(it).contains(problem));
        assertThat(walk.count("case_rating", caseId)).isZero();
    }

    @Test
    void asksForSevenDaysOnly() {
        long caseId = walk.closed();
        clock.turn(Duration.ofDays(7).minusSeconds(1));
        assertThat(receipt(caseId).followUp()).isNotNull();
        clock.turn(Duration.ofSeconds(1));
        assertThat(receipt(caseId).followUp()).isNull();
        assertThat(answer(caseId, "SATISFIED", "", false)).isPresent();
        assertThat(reopening.reopen(number(caseId), "现场又有垃圾", "wangchunsheng")).isPresent();
    }

    @Test
    void asksNobodyOfAnOpenOrWithdrawnCase() {
        long open = walk.handled();
        assertThat(receipt(open).followUp()).isNull();
        withdrawing.withdraw(walk.receiptCode(open), "");
        walk.closeWithdrawn(open);
        assertThat(receipt(open).followUp()).isNull();
        assertThat(answer(open, "DISSATISFIED", "NOT_SOLVED", true)).isPresent();
    }

    @Test
    void takesTheCaseUpAgainForADissatisfiedReporter(AssertablePublishedEvents events) {
        long caseId = walk.closed();
        assertThat(answer(caseId, "SATISFIED", "", true)).isPresent();
        assertThat(answer(caseId, "DISSATISFIED", "NOT_SOLVED", true)).isEmpty();

        assertThat(walk.view(caseId)).returns(CaseState.REPORTED, CaseView::state).returns(2, CaseView::run)
                .returns(1, CaseView::reopened).returns(null, CaseView::resolution).returns(null, CaseView::dueAt);
        assertThat(events.ofType(CaseReported.class).matching(it -> it.caseId() == caseId && it.run() == 2)).hasSize(1);
        var last = walk.view(caseId).history().getLast();
        assertThat(last.publicText()).isEqualTo("案件重新办理（第1次）。");
        assertThat(last.internalText()).isEqualTo("重新办理（第1次）：不满意（问题没有解决）：三天");
        assertThat(answer(caseId, "DISSATISFIED", "NOT_SOLVED", true)).isPresent();
    }

    @Test
    void letsTheLeaderOfItsGridTakeItUpAgainAndNobodyElse() {
        long caseId = walk.closed();
        assertThat(reopening.reopen(number(caseId), "现场又有垃圾", "fengguifang")).isPresent();
        assertThat(reopening.reopen(number(caseId), "现场又有垃圾", "chenmingliang")).isPresent();
        assertThat(reopening.reopen(number(caseId), "", "wangchunsheng")).isPresent();
        assertThat(reopening.reopen(number(caseId), "现场又有垃圾", "wangchunsheng")).isEmpty();
        assertThat(walk.view(caseId).history().getLast().actorName()).contains("王春生");
    }

    @Test
    void goesTheWholeWayAgainAtMostTwice() {
        long caseId = walk.closed();
        for (int time = 1; time <= 2; time++) {
            assertThat(answer(caseId, "DISSATISFIED", "CAME_BACK", true)).isEmpty();
            walk.closeAgain(caseId);
        }
        assertThat(answer(caseId, "DISSATISFIED", "CAME_BACK", true)).isPresent();
        assertThat(answer(caseId, "SATISFIED", "", false)).isEmpty();
        assertThat(receipt(caseId).followUp().reopenable()).isFalse();
        assertThat(walk.count("case_rating", caseId)).isEqualTo(3);
        assertThat(walk.view(caseId).resolution()).isEqualTo(Resolution.SOLVED);
        assertThat(walk.elements(caseId)).filteredOn("Task_CloseCase"::equals).hasSize(3);
    }

    @Test
    void tellsWhoAcceptsItThatItWasTakenUpAgain() {
        long caseId = walk.closed();
        answer(caseId, "DISSATISFIED", "NOT_SOLVED", true);
        var card = (Map<?, ?>) walk.prepare(caseId, "Task_AcceptCase").get("caseCard");
        assertThat(card.get("state").toString()).contains("重新办理第1次");
        assertThat(card.get("history").toString()).contains("问题没有解决");
    }

    @Test
    void asksForADecisionAnewOfWhatWasSolvedOnTheSpot() {
        long caseId = walk.registered(CaseWalk.with(aReport(), "01-02", CaseWalk.GRID, "垃圾", "已当场清理干净"));
        if (walk.recordOnSpot(caseId)) {
            walk.answerVerification(caseId, Map.of("decision", "pass"));
        }
        walk.close(caseId);
        assertThat(answer(caseId, "DISSATISFIED", "NOT_SOLVED", true)).isEmpty();
        walk.closeAgain(caseId);
        assertThat(walk.view(caseId).resolution()).isEqualTo(Resolution.SOLVED);
    }

    private Optional<String> answer(long caseId, String grade, String reason, boolean again) {
        return followingUp.answer(walk.receiptCode(caseId), grade, reason, "三天", again);
    }

    private ReceiptView receipt(long caseId) {
        return receipts.byReceipt(walk.receiptCode(caseId)).orElseThrow();
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }
}
