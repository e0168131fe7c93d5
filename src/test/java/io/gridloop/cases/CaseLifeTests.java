package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.step;
import static io.gridloop.cases.CaseWalk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@CasesTest
class CaseLifeTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Registering registering;

    @Autowired
    private EngineLinks links;

    @Autowired
    private Closing closing;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private Reporting reporting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    @Test
    void goesStraightFromReportToSolved() {
        long caseId = walk.closed();

        var it = walk.view(caseId);
        assertThat(it.state()).isEqualTo(CaseState.CLOSED);
        assertThat(it.resolution()).isEqualTo(Resolution.SOLVED);
        assertThat(it.publicText()).contains("已清运垃圾");
        assertThat(walk.elements(caseId))
                .containsExactly("StartEvent_CaseReported", "Task_RegisterCase", "Task_CheckAcceptance",
                        "Task_DispatchCase",
                        "Task_CheckHandling", "Task_CheckVerification", "Task_CloseCase");
    }

    @Test
    void namesWhoHadTheTask() {
        var entry = walk.view(walk.handled()).history().get(2);
        assertThat(entry.actorName()).contains("网格长");
    }

    @Test
    void explainsRuleHandlerAndLimitOfADispatch() {
        var dispatched = walk.view(walk.beingHandled()).history().getLast();
        assertThat(dispatched.internalText()).startsWith("按规则 R-0102-C 由").contains("限4个工作时，至", "协办：城市管理局");
        assertThat(dispatched.publicText()).doesNotContain("R-0102-C");
    }

    @Test
    void countsTheLimitFromAcceptance() {
        long caseId = walk.accepted();
        var acceptedAt = clock.instant();
        clock.turn(Duration.ofMinutes(30));

        var result = walk.dispatch(caseId);

        assertThat(walk.view(caseId).dueAt()).isEqualTo(acceptedAt.plus(Duration.ofHours(4)));
        assertThat(result.get("watchKey")).isEqualTo(caseId + "#1#1");
        assertThat(result.get("dueAt").toString()).endsWith("+08:00");
    }

    @Test
    void countsTheLimitOfReworkFromTheReworkAndKeepsTheHandler() {
        long caseId = walk.handled();
        var handler = walk.view(caseId).handler();
        clock.turn(Duration.ofDays(3));

        var result = walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "还有残留，重新清理"));
        walk.dispatch(caseId);

        assertThat(result).containsEntry("verificationResult", "rework").containsEntry("round", 2);
        assertThat(walk.view(caseId).handler()).isEqualTo(handler);
        assertThat(walk.view(caseId).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
    }

    @Test
    void returnsAGivenBackCaseToTheDispatcherAndSaysWhoAndWhy() {
        long caseId = walk.beingHandled();

        var result = walk.answerHandling(caseId, Map.of("decision", "return", "reason", "不属于本网格职责"));

        assertThat(result).containsEntry("handlingResult", "returned");
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.ASSIGNING);
        assertThat(walk.view(caseId).history().getLast().internalText()).contains("网格员", "退回：不属于本网格职责");
        var route = walk.answerAssignment(caseId, Map.of("unit", "urbanManagement")).get("route");
        assertThat(route).isEqualTo(Map.of("level", "department", "post", "", "lead", "urbanManagement", "coHandlers",
                "", "ruleCode", "manual"));
    }

    @Test
    void sendsWhatDidNotHoldOnTheSpotToDispatch() {
        long caseId = sampledOnSpot();

        var result = walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "现场仍有垃圾"));

        assertThat(result).containsEntry("verificationResult", "reaccept").containsEntry("round", 1);
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.ASSIGNING);
    }

    @Test
    void closesWhatWasSolvedOnTheSpotAndVerified() {
        long caseId = sampledOnSpot();
        walk.answerVerification(caseId, Map.of("decision", "pass"));
        walk.close(caseId);
        assertThat(walk.view(caseId).resolution()).isEqualTo(Resolution.SOLVED_ON_SPOT);
    }

    @Test
    void closesWhatWasSolvedOnTheSpotAndNotSampled() {
        while (true) {
            long caseId = walk.registered(with(aReport(), "01-02", CaseWalk.GRID, "垃圾", "已当场清理干净"));
            if (!walk.recordOnSpot(caseId)) {
                walk.close(caseId);
                assertThat(walk.view(caseId).resolution()).isEqualTo(Resolution.SOLVED_ON_SPOT);
                return;
            }
        }
    }

    @Test
    void tellsTheLawfulRouteWhenRefused() {
        long caseId = walk.registered(aReport());
        walk.answerAcceptance(caseId, Map.of("decision", "refuse", "refusalRoute", "litigation", "reason", "合同纠纷"));
        walk.close(caseId);
        assertThat(walk.view(caseId).resolution()).isEqualTo(Resolution.REFUSED);
        assertThat(walk.view(caseId).publicText()).contains("依法通过诉讼、仲裁解决", "合同纠纷");
    }

    @Test
    void asksForCategoryAndPlaceWhenTheyAreMissing() {
        long caseId = reportedWithoutCategory();

        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.CLASSIFYING);
        assertThat(walk.answerClassification(caseId, Map.of("category", "01-02", "gridCode", CaseWalk.GRID)))
                .containsEntry("classificationValid", true).containsEntry("classification", null);
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.ACCEPTING);
    }

    @Test
    void refusesAnInstanceThatIsOneTooMany() {
        long caseId = walk.registered(aReport());
        assertThat(registering.register(step(caseId, "Task_RegisterCase"), 1, 4711)).isEmpty();
        assertThat(registering.register(step(caseId, "Task_RegisterCase"), 2, caseId * 10)).isEmpty();
        assertThat(registering.register(step(walk.closed(), "Task_RegisterCase"), 1, 4711)).isEmpty();
        assertThat(walk.view(caseId).processInstanceKey()).isEqualTo(caseId * 10);
    }

    @Test
    void isTakenUpByAnotherInstanceWhereItStandsWithANewRun(AssertablePublishedEvents events) {
        long caseId = walk.beingHandled();

        assertThat(links.restart(caseId, caseId * 10, "流程实例丢失")).isTrue();

        assertThat(walk.view(caseId).run()).isEqualTo(2);
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.HANDLING);
        assertThat(walk.view(caseId).processInstanceKey()).isNull();
        assertThat(events.ofType(CaseReported.class).matching(it -> it.caseId() == caseId && it.run() == 2)).hasSize(1);
        assertThat(registering.register(step(caseId, "Task_RegisterCase"), 1, caseId * 10)).isEmpty();
        assertThat(registering.register(step(caseId, "Task_RegisterCase"), 2, 815)).isPresent();
    }

    @Test
    void leadsAnotherInstanceToTheStepThatTheCaseHasReached() {
        long caseId = walk.beingHandled();
        var watched = walk.view(caseId).dueAt();
        assertThat(resumedAt(caseId)).returns("Call_HandleCase", Resumption::element).extracting(Resumption::variables)
                .satisfies(it -> assertThat(it).containsEntry("watchKey", caseId + "#2#1").containsEntry("round", 1)
                        .containsKeys("warnAt", "dueAt"));
        assertThat(walk.view(caseId).dueAt()).isEqualTo(watched);

        walk.answerHandling(caseId, Map.of("decision", "return", "reason", "不属于本单位职责"));
        assertThat(resumedAt(caseId)).returns("Call_DispatchCase", Resumption::element)
                .extracting(Resumption::variables)
                .satisfies(it -> assertThat(it).containsEntry("handlingResult", "returned"));

        long handled = walk.handled();
        assertThat(resumedAt(handled)).returns("Task_VerifyCase", Resumption::element);
        walk.answerVerification(handled, Map.of("decision", "rework", "opinion", "墙角仍有遗留"));
        assertThat(resumedAt(handled)).returns("Call_DispatchCase", Resumption::element)
                .extracting(Resumption::variables)
                .satisfies(it -> assertThat(it).containsEntry("verificationResult", "rework").containsEntry("round", 2)
                        .extractingByKey("route").isNotNull());

        long decided = walk.handled();
        walk.answerVerification(decided, Map.of("decision", "pass"));
        assertThat(resumedAt(decided)).returns("Task_CloseCase", Resumption::element);
    }

    @Test
    void letsACaseThatWaitsForItsFirstDecisionBeginAtTheBeginning() {
        long caseId = walk.registered(aReport());
        links.restart(caseId, caseId * 10, "流程实例丢失");
        registering.register(step(caseId, "Task_RegisterCase"), 2, 815).orElseThrow();
        assertThat(registering.resume(caseId)).isEmpty();
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.ACCEPTING);
    }

    private Resumption resumedAt(long caseId) {
        var it = walk.view(caseId);
        assertThat(links.restart(caseId, it.processInstanceKey(), "流程实例丢失")).isTrue();
        registering.register(step(caseId, "Task_RegisterCase"), it.run() + 1, 815 + it.run()).orElseThrow();
        return registering.resume(caseId).orElseThrow();
    }

    @Test
    void leavesAClosedCaseAloneWhenAskedToStartAnew() {
        long caseId = walk.closed();
        assertThat(links.restart(caseId, caseId * 10, "误报")).isFalse();
        assertThat(walk.view(caseId).run()).isEqualTo(1);
    }

    @Test
    void leavesACaseAloneThatHasAnotherInstanceByNow() {
        long caseId = walk.beingHandled();
        assertThat(links.restart(caseId, 4711L, "误报")).isFalse();
        assertThat(walk.view(caseId).run()).isEqualTo(1);
    }

    @Test
    void findsWhatTheEngineHasNotStartedAndWhatStandsStill() {
        long unstarted = walk.reported(aReport());
        long idle = walk.beingHandled();
        clock.turn(Duration.ofMinutes(10));
        long fresh = walk.registered(aReport());

        assertThat(links.unstarted(Duration.ofMinutes(5), 1000, List.of())).extracting(Unstarted::caseId)
                .contains(unstarted)
                .doesNotContain(idle);
        assertThat(links.open(Duration.ofMinutes(5), 1000)).extracting(LinkedCase::caseId).contains(idle)
                .doesNotContain(unstarted, fresh);
    }

    @Test
    void goesRoundAllOpenCases() {
        walk.beingHandled();
        walk.beingHandled();
        clock.turn(Duration.ofMinutes(10));
        var first = links.open(Duration.ofMinutes(5), 1).getFirst();
        clock.turn(Duration.ofSeconds(1));
        assertThat(links.open(Duration.ofMinutes(5), 1).getFirst()).isNotEqualTo(first);
    }

    @Test
    void keepsTheReporterOutOfTheHistory() {
        long caseId = walk.closed();
        assertThat(walk.view(caseId).history().toString()).doesNotContain("13812345678", "李某");
        assertThat(walk.view(caseId).reporter()).isEqualTo("李某 138****5678");
    }

    @Test
    void showsTheResidentPublicTextOnly() {
        var receipt = reporting.accept(aReport());
        var seen = receipts.byReceipt(receipt.receiptCode().toLowerCase().replace("-", " ")).orElseThrow();
        assertThat(seen.caseNumber()).isEqualTo(receipt.caseNumber());
        assertThat(seen.steps()).extracting(ReceiptView.Step::text)
                .containsExactly("已收到您的反映，案件编号" + receipt.caseNumber() + "。");
        assertThat(receipts.byReceipt("AAAA-AAAA-AAAA-AAAA")).isEmpty();
        assertThat(receipts.byReceipt("")).isEmpty();
    }

    @Test
    void letsNobodyChangeOrDeleteHistory() {
        long caseId = walk.reported(aReport());
        assertThatThrownBy(
                () -> jdbc.sql("update case_entry set internal_text = '' where case_id = ?").param(caseId).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("only grows");
        assertThatThrownBy(() -> jdbc.sql("delete from case_entry where case_id = ?").param(caseId).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("only grows");
        assertThatThrownBy(() -> jdbc.sql("truncate case_entry").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("only grows");
    }

    @Test
    void keepsTheTimeOfReceiptApartFromTheTimeOfTheReport() {
        var old = Instant.parse("2019-04-25T01:32:09Z");
        var report = aReport();
        long caseId = walk.reported(
                new Report(UUID.randomUUID().toString(), SourceChannel.IMPORT, "2549", null, "标题", report.text(),
                        null, null, null, null, null, null, null, null, old));
        assertThat(walk.view(caseId).receivedAt()).isEqualTo(old);
        assertThat(walk.view(caseId).reportedAt()).isEqualTo(clock.instant());
        assertThat(walk.view(caseId).place()).isEqualTo("位置待确定");
    }

    @Test
    void saysNothingOfTheEndBeforeTheEnd() {
        assertThat(closing.told(walk.handled())).isEmpty();
    }

    private long reportedWithoutCategory() {
        return walk.registered(with(aReport(), null, null, "不知道归谁管的事情", null));
    }

    private long sampledOnSpot() {
        while (true) {
            long caseId = walk.registered(aReport());
            walk.answerAcceptance(caseId, Map.of("decision", "onSpot", "result", "已当场清理干净"));
            if (walk.recordOnSpot(caseId)) {
                return caseId;
            }
        }
    }
}
