package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReply;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** The ladder 催办, 督办, 黄牌, 红牌: who gives orders, what replies do to them, and what they count. */
@CasesTest
class SupervisionTests {

    private static final String SUPERVISOR = "dengjianshe";
    private static final Duration REPLY_LIMIT = Duration.ofHours(8);

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Ordering ordering;

    @Autowired
    private SupervisionOrders orders;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    @Test
    void anOrderIsForTheHandlerAndTellsThemAndTheEngine(AssertablePublishedEvents events) {
        long caseId = walk.supervised("YELLOW");
        var order = order(caseId);
        assertThat(order.replyDue()).isEqualTo(clock.instant().plus(REPLY_LIMIT));
        assertThat(order.points()).isEqualTo(-5);
        assertThat(events.ofType(SupervisionOrdered.class).matching(it -> it.caseId() == caseId)).containsExactly(
                new SupervisionOrdered(caseId, caseId + "#1#1", order.id(), caseId + "#1#1/" + order.id()));
        assertThat(
                events.ofType(StaffNotice.class).matching(it -> it.caseId() == caseId && it.login().equals("lilijuan")
                        && it.text().contains("黄牌（领导交办）")))
                .hasSize(1);
        assertThat(levels(order.id())).containsExactly("YELLOW lilijuan -5");
        assertThat(walk.lookAtOrder(caseId)).containsEntry("supervisionState", "reply")
                .containsEntry("supervisionLevel", "黄牌");
    }

    @Test
    void aHigherOrderRaisesTheOpenOneAndAnEqualOneReminds(AssertablePublishedEvents events) {
        long caseId = walk.supervised("URGE");
        long first = walk.orderId(caseId);
        clock.turn(Duration.ofHours(1));
        assertThat(walk.order(caseId, "YELLOW")).isEqualTo(first);
        assertThat(order(caseId).replyDue()).isEqualTo(clock.instant().plus(REPLY_LIMIT));
        assertThat(events.ofType(SupervisionRaised.class).matching(it -> it.caseId() == caseId)).hasSize(1);
        clock.turn(Duration.ofHours(1));
        assertThat(walk.order(caseId, "YELLOW")).isEqualTo(first);
        assertThat(order(caseId).replyDue()).as("only reminded").isBefore(clock.instant().plus(REPLY_LIMIT));
        assertThat(walk.view(caseId).history().getLast().internalText()).contains("再次催促");
        assertThat(levels(first)).containsExactly("URGE lilijuan 0", "YELLOW lilijuan -5");
    }

    @ParameterizedTest
    @CsvSource({"URGE,LEADER,请说明进展,level,不能选更低的等级,dengjianshe", "RED,OVERDUE,请说明进展,kind,没有超期,dengjianshe",
            "RED,KEY,'',reason,请填写督办要求,dengjianshe", "BLACK,KEY,请说明进展,level,请选择督办等级,dengjianshe",
            "RED,x,请说明进展,kind,请选择督办类型,dengjianshe", "YELLOW,KEY,请说明进展,level,网格长只能催办,wangchunsheng",
            "URGE,KEY,请说明进展,request,没有这个案件,yanghongxia", "URGE,KEY,请说明进展,request,只有督办员,lilijuan"})
    void saysWhyAnOrderCannotBeGiven(String level, String kind, String reason, String field, String words,
            String login) {
        long caseId = walk.supervised("SUPERVISE");
        assertThat(ordering.order(number(caseId), level, kind, reason, login)).hasValueSatisfying(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.words()).contains(words);
        });
    }

    @Test
    void theLeaderOfTheGridUrges() {
        long caseId = walk.beingHandled();
        assertThat(ordering.order(number(caseId), "URGE", "KEY", "请今天办结", "wangchunsheng")).isEmpty();
        assertThat(order(caseId).orderedBy()).isEqualTo("wangchunsheng");
    }

    @Test
    void onlyWhatIsHandledIsSupervised() {
        assertThat(ordering.order(number(walk.accepted()), "URGE", "KEY", "请今天办结", SUPERVISOR)).isPresent();
        assertThat(ordering.order(number(walk.handled()), "URGE", "KEY", "请今天办结", SUPERVISOR)).isPresent();
    }

    @Test
    void aReplyEndsAMereUrging() {
        long caseId = walk.supervised("URGE");
        assertThat(walk.answerReply(caseId, Map.of("done", "短"))).containsEntry("replyResult", "invalid");
        assertThat(walk.answerReply(caseId, Map.of("done", "已联系清运车辆", "finishOn", "昨天")))
                .containsEntry("replyResult", "invalid").extractingByKey("formProblem").asString().contains("预计办结日期");
        assertThat(walk.answerReply(caseId, aReply())).containsEntry("replyResult", "ended");
        assertThat(order(caseId).outcome()).isEqualTo(SupervisionOutcome.ANSWERED);
        assertThat(walk.lookAtOrder(caseId)).containsEntry("supervisionState", "over");
    }

    @Test
    void theSupervisorLooksAtTheReplyToAHarderOrder() {
        long caseId = walk.replied("SUPERVISE");
        assertThat(walk.lookAtOrder(caseId)).containsEntry("supervisionState", "review");
        assertThat(walk.answerReview(caseId, Map.of("decision", "again"))).containsEntry("reviewResult", "invalid");
        assertThat(walk.answerReview(caseId, Map.of("decision", "again", "note", "没有写明原因")))
                .containsEntry("reviewResult", "again");
        assertThat(order(caseId).level()).isEqualTo(SupervisionLevel.SUPERVISE);
        walk.answerReply(caseId, aReply());
        assertThat(walk.answerReview(caseId, Map.of("decision", "escalate", "note", "仍无进展")))
                .containsEntry("reviewResult", "again");
        assertThat(order(caseId).level()).isEqualTo(SupervisionLevel.YELLOW);
        walk.answerReply(caseId, aReply());
        assertThat(walk.answerReview(caseId, Map.of("decision", "accept"))).containsEntry("reviewResult", "accepted");
        assertThat(order(caseId)).returns(SupervisionOutcome.ACCEPTED, SupervisionOrder::outcome)
                .returns(-5, SupervisionOrder::points);
    }

    @Test
    void silenceGoesUpStepByStepAndStaysOnTheRedCard() {
        long caseId = walk.supervised("URGE");
        walk.lookAtOrder(caseId);
        for (var next : List.of("SUPERVISE", "YELLOW", "RED", "RED")) {
            var due = due(caseId);
            clock.turn(REPLY_LIMIT);
            walk.replyOverdue(caseId, due);
            assertThat(order(caseId).level().name()).isEqualTo(next);
            assertThat(order(caseId).replyDue()).isEqualTo(clock.instant().plus(REPLY_LIMIT));
        }
        assertThat(order(caseId)).returns(4, SupervisionOrder::unanswered).returns(-15, SupervisionOrder::points);
        assertThat(walk.view(caseId).history().getLast().internalText()).contains("红牌逾期未回复（第4次）");
        assertThat(levels(walk.orderId(caseId))).as("each level once").containsExactly("URGE lilijuan 0",
                "SUPERVISE lilijuan 0", "YELLOW lilijuan -5", "RED lilijuan -10");
    }

    @Test
    void aStaleTimerHasNoEffect() {
        long caseId = walk.supervised("URGE");
        var stale = due(caseId);
        clock.turn(Duration.ofHours(1));
        walk.order(caseId, "SUPERVISE");
        walk.replyOverdue(caseId, stale);
        walk.replyOverdue(caseId, null);
        assertThat(order(caseId).level()).isEqualTo(SupervisionLevel.SUPERVISE);
        walk.answerReply(caseId, aReply());
        walk.replyOverdue(caseId, due(caseId));
        assertThat(order(caseId).state()).isEqualTo(SupervisionState.REPLIED);
    }

    @Test
    void whoRepliedInTimeAtTheDeskIsNotRaisedBecauseTheEngineWasAway() {
        long caseId = walk.supervised("SUPERVISE");
        walk.prepare(caseId, "Task_ReplySupervision");
        var task = tasks.openTasksOf("lilijuan").stream()
                .filter(each -> each.caseId() == caseId && each.element().equals("Task_ReplySupervision")).findFirst()
                .orElseThrow();
        assertThat(tasks.answer(task.key(), "lilijuan", aReply())).isEmpty();
        var due = due(caseId);
        clock.turn(REPLY_LIMIT);
        walk.replyOverdue(caseId, due);
        assertThat(order(caseId)).returns(SupervisionLevel.SUPERVISE, SupervisionOrder::level)
                .returns(clock.instant().plus(REPLY_LIMIT), SupervisionOrder::replyDue);
    }

    @Test
    void anOrderThatArrivesAfterItsLimitBeginsAnew() {
        long caseId = walk.supervised("YELLOW");
        clock.turn(REPLY_LIMIT.plusHours(1));
        assertThat(walk.lookAtOrder(caseId)).containsEntry("supervisionState", "reply");
        assertThat(order(caseId)).returns(clock.instant().plus(REPLY_LIMIT), SupervisionOrder::replyDue)
                .returns(SupervisionLevel.YELLOW, SupervisionOrder::level);
    }

    @Test
    void oneThatWasRaisedWhileTheEngineWasAwayBeginsAnewToo() {
        long caseId = walk.supervised("URGE");
        walk.lookAtOrder(caseId);
        walk.order(caseId, "SUPERVISE");
        clock.turn(REPLY_LIMIT.plusHours(1));
        walk.lookAtOrder(caseId);
        assertThat(order(caseId)).returns(clock.instant().plus(REPLY_LIMIT), SupervisionOrder::replyDue)
                .returns(SupervisionLevel.SUPERVISE, SupervisionOrder::level);
    }

    @Test
    void aCancelledOrderEndsAndCountsNothingAlsoAfterItWasOver(AssertablePublishedEvents events) {
        long caseId = walk.supervised("RED");
        var id = String.valueOf(walk.orderId(caseId));
        assertThat(ordering.cancel(number(caseId), id, "", SUPERVISOR)).isPresent();
        assertThat(ordering.cancel(number(caseId), id, "责任不在承办人", "wangchunsheng")).isPresent();
        assertThat(ordering.cancel(number(caseId), id, "责任不在承办人", SUPERVISOR)).isEmpty();
        assertThat(ordering.cancel(number(caseId), id, "责任不在承办人", SUPERVISOR)).isPresent();
        assertThat(order(caseId)).returns(0, SupervisionOrder::points)
                .returns(SupervisionOutcome.CANCELLED, SupervisionOrder::outcome);
        assertThat(events.ofType(SupervisionCancelled.class).matching(it -> it.caseId() == caseId)).hasSize(1);

        walk.order(caseId, "YELLOW");
        walk.answerHandling(caseId, Map.of("decision", "done", "result", "已清运垃圾并冲洗地面"));
        assertThat(order(caseId)).returns(SupervisionOutcome.OVER, SupervisionOrder::outcome)
                .returns(-5, SupervisionOrder::points);
        ordering.cancel(number(caseId), String.valueOf(walk.orderId(caseId)), "复核后撤销", SUPERVISOR);
        assertThat(order(caseId)).returns(SupervisionOutcome.OVER, SupervisionOrder::outcome)
                .returns(0, SupervisionOrder::points);
        assertThat(events.ofType(SupervisionCancelled.class).matching(it -> it.caseId() == caseId))
                .as("the engine had ended it").hasSize(1);
    }

    @Test
    void anOrderIsOverWithTheStepAndWithTheWithdrawal() {
        long handled = walk.supervised("SUPERVISE");
        walk.prepare(handled, "Task_ReplySupervision");
        walk.answerHandling(handled, Map.of("decision", "return", "reason", "不属于本单位职责"));
        assertThat(order(handled).outcome()).isEqualTo(SupervisionOutcome.OVER);
        assertThat(tasks.openTasksOf("lilijuan").stream().filter(task -> task.caseId() == handled))
                .extracting(TaskView::element).doesNotContain("Task_ReplySupervision");
        assertThat(walk.lookAtOrder(handled)).containsEntry("supervisionState", "over");

        long withdrawn = walk.supervised("SUPERVISE");
        withdrawing.withdraw(walk.receiptCode(withdrawn), "");
        assertThat(order(withdrawn).outcome()).isEqualTo(SupervisionOutcome.OVER);
    }

    @Test
    void oneInstanceFollowsAnOrder() {
        long caseId = walk.supervised("URGE");
        walk.lookAtOrder(caseId);
        jdbc.sql("update supervision_order set instance_key = 1 where case_id = ?").param(caseId).update();
        assertThat(walk.lookAtOrder(caseId)).as("for another one it is over").containsEntry("supervisionState", "over");
    }

    @Test
    void anOverdueCaseIsSupervisedFromItsTaskToo() {
        long caseId = walk.beingHandled();
        clock.turn(Duration.ofHours(5));
        assertThat(walk.answerSupervision(caseId, Map.of("decision", "urge", "level", "SUPERVISE", "note", "请说明原因")))
                .containsEntry("supervisionResult", "urged");
        assertThat(order(caseId)).returns(SupervisionKind.OVERDUE, SupervisionOrder::kind)
                .returns(SupervisionLevel.SUPERVISE, SupervisionOrder::level);
        assertThat(walk.answerSupervision(caseId, Map.of("decision", "urge", "level", "URGE")))
                .containsEntry("supervisionResult", "invalid");
        assertThat(walk.answerSupervision(caseId, Map.of("decision", "urge"))).as("without a level it reminds")
                .containsEntry("supervisionResult", "urged");
        assertThat(walk.answerSupervision(caseId, Map.of("decision", "lift", "note", "责任不在承办人")))
                .containsEntry("supervisionResult", "lifted");
        assertThat(order(caseId).outcome()).isEqualTo(SupervisionOutcome.CANCELLED);
    }

    private SupervisionOrder order(long caseId) {
        return orders.of(caseId).getLast();
    }

    private @Nullable Object due(long caseId) {
        return Objects.requireNonNull(walk.lookAtOrder(caseId).get("replyDueAt"));
    }

    private List<String> levels(long orderId) {
        return jdbc.sql("""
                select level || ' ' || login || ' ' || points from supervision_level where order_id = ?
                order by array_position(array['URGE', 'SUPERVISE', 'YELLOW', 'RED'], cast(level as text))""")
                .param(orderId).query(String.class).list();
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }
}
