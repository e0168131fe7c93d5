package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.GRID;
import static io.gridloop.cases.CaseWalk.aReply;
import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.test.AssertablePublishedEvents;

/**
 * What the law demands of the loop, one article or rule after the other. They are laws of
 * places that have put the loop into law, and gridloop holds to them as good practice. The details of each step have
 * tests of their own; here is what would have to be shown to somebody who asks for the article.
 *
 * <table>
 * <caption>Sources</caption>
 * <tr><td>L1</td><td>《北京市接诉即办工作条例》 (2021)</td></tr>
 * <tr><td>L2</td><td>《济南市12345市民服务热线条例》 (2018)</td></tr>
 * <tr><td>L3</td><td>《潍坊市12345政务服务便民热线条例》 (2021)</td></tr>
 * <tr><td>L4</td><td>《滨州市社会治理网格化服务管理条例》 (2021)</td></tr>
 * <tr><td>L6</td><td>《北京市街道办事处条例》 (2019)</td></tr>
 * <tr><td>L9</td><td>the hotline rule of one bureau: extension, 催办, 回访</td></tr>
 * <tr><td>L10</td><td>a rule of 数字城管: 挂账</td></tr>
 * </table>
 */
@CasesTest
class LawScenariosTests {

    private static final String HANDLER = "lilijuan";
    private static final String LEADER = "wangchunsheng";
    private static final String SUPERVISOR = "dengjianshe";
    private static final Map<String, String> RETURN = Map.of("decision", "return", "reason", "不在我单位职责清单内");
    private static final Map<String, String> UP = Map.of("decision", "reportUp", "reason", "涉及多个单位，需要上级协调");
    private static final Map<String, String> PASS = Map.of("decision", "pass");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Contacts contacts;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private Closing closing;

    @Autowired
    private Merged merged;

    @Autowired
    private BlameLoops blameLoops;

    @Autowired
    private Assisting assisting;

    @Autowired
    private Assistances assistances;

    @Autowired
    private Extending extending;

    @Autowired
    private Permitting permitting;

    @Autowired
    private Suspending suspending;

    @Autowired
    private DeadlineRecords deadlines;

    @Autowired
    private ReportingIn reportingIn;

    @Autowired
    private WhistleRecords whistleRecords;

    @Autowired
    private ClosingWhistle closingWhistle;

    @Autowired
    private Whistles whistles;

    @Autowired
    private Ordering ordering;

    @Autowired
    private SupervisionOrders orders;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private TurnableClock clock;

    /** L1 art. 8. */
    @ParameterizedTest
    @EnumSource(names = {"RESIDENT_WEB", "PATROL", "HOTLINE", "VISIT", "LETTER", "LEADER_NOTE"})
    @DisplayName("《北京市接诉即办工作条例》第八条：诉求可从多种渠道提出，来源记录在案，联系方式受保护")
    void beijing8EachWayInIsKeptAndWhoReportedIsShownForAReasonOnly(SourceChannel channel) {
        long caseId = walk.registered(by(channel));
        assertThat(walk.view(caseId).channel()).isEqualTo(channel);
        assertThat(walk.view(caseId).toString()).doesNotContain("13812345678");
        assertThat(contacts.show(number(caseId), LEADER, "").contact()).isNull();
        assertThat(contacts.show(number(caseId), SUPERVISOR, "想了解情况").contact()).as("does not deal with who reported")
                .isNull();
        assertThat(contacts.show(number(caseId), LEADER, "约时间看现场").contact()).isEqualTo("13812345678");
        assertThat(said(caseId)).contains("查看了反映人的联系方式", "约时间看现场");
    }

    /** L1 art. 11, L3 art. 19. */
    @ParameterizedTest
    @EnumSource
    @DisplayName("《北京市接诉即办工作条例》第十一条、《潍坊市12345政务服务便民热线条例》第十九条：不予受理的，说明理由并告知法定途径")
    void beijing11AndWeifang19WhoIsTurnedAwayIsToldWhyAndTheLawfulRoute(RefusalRoute route) {
        long caseId = walk.registered(aReport());
        assertThat(walk.answerAcceptance(caseId, Map.of("decision", "refuse", "reason", "双方已经进入法定程序")))
                .containsEntry("acceptanceResult", "invalid");
        assertThat(walk.answerAcceptance(caseId, Map.of("decision", "refuse", "refusalRoute", route.code())))
                .containsEntry("acceptanceResult", "invalid");
        walk.answerAcceptance(caseId, Map.of("decision", "refuse", "refusalRoute", route.code(), "reason",
                "双方已经进入法定程序"));
        walk.close(caseId);
        assertThat(told(caseId)).contains(route.label(), "双方已经进入法定程序");
        assertThat(receipt(caseId).resolution()).isEqualTo(Resolution.REFUSED);
    }

    /** L1 art. 11 no. 1. */
    @ParameterizedTest
    @EnumSource
    @DisplayName("《北京市接诉即办工作条例》第十一条第一项：紧急险情告知110、119、120、122")
    void beijing11No1WhoIsInDangerIsToldTheLineToCallAtOnce(EmergencyLine line) {
        long caseId = walk.registered(aReport());
        walk.answerAcceptance(caseId, Map.of("decision", "emergency", "emergencyLine", line.number()));
        walk.passedOn(caseId);
        assertThat(told(caseId)).contains("拨打" + line.number());
        assertThat(receipt(caseId)).returns(Resolution.PASSED_ON, ReceiptView::resolution).returns(line,
                ReceiptView::urgent);
        assertThat(walk.elements(caseId)).doesNotContain("Task_DispatchCase", "Task_CheckHandling");
    }

    /** L1 art. 11 no. 3, L2 art. 25. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十一条第三项、《济南市12345市民服务热线条例》第二十五条：重复诉求无新事实的，告知结果，不再办理")
    void beijing11No3AndJinan25TheSameMatterAgainIsToldItsOutcomeAndNotHandledAgain() {
        long first = walk.closed();
        long again = walk.registered(aReport());
        walk.answerAcceptance(again, Map.of("decision", "repeat", "repeatOf", number(first)));
        walk.close(again);
        assertThat(told(again)).contains(number(first), Resolution.SOLVED.label(), "新情况");
        assertThat(walk.elements(again)).doesNotContain("Task_DispatchCase", "Task_CheckHandling");
        assertThat(walk.view(first)).as("the first one is not opened again").returns(CaseState.CLOSED, CaseView::state)
                .returns(0, CaseView::reopened);
    }

    /** L1 art. 11 no. 3, L2 art. 25. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十一条第三项、《济南市12345市民服务热线条例》第二十五条：在办事项的重复诉求并案办理，告知进度和结果")
    void beijing11No3AndJinan25TheSameMatterMeanwhileIsMergedAndHearsOfProgressAndOutcome() {
        long first = walk.accepted();
        long again = walk.mergedInto(first);
        assertThat(told(again)).contains(number(first), "正在办理");
        assertThat(progress(again)).contains("您反映的事项已受理。");
        assertThat(merged.endings(first)).as("no outcome before there is one").isEmpty();

        walk.dispatch(first);
        walk.handled(first);
        walk.answerVerification(first, PASS);
        walk.close(first);

        assertThat(progress(again)).contains("案件已结案：已解决。");
        assertThat(merged.endings(first)).singleElement().satisfies(ending -> {
            assertThat(ending.caseId()).isEqualTo(again);
            assertThat(ending.text()).contains(number(first), "已清运垃圾并冲洗地面");
        });
    }

    /** L1 art. 12, L3 art. 22. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十二条、《潍坊市12345政务服务便民热线条例》第二十二条：派单异议说明理由，由派单机构裁定")
    void beijing12AndWeifang22AUnitMayDisputeItsDispatchWithAReasonAndIsRuledOn(AssertablePublishedEvents events) {
        long caseId = walk.waitingForSignature();
        assertThat(walk.answerSigning(caseId, Map.of("decision", "return"))).containsEntry("signingResult", "invalid");
        assertThat(walk.answerSigning(caseId, RETURN)).containsEntry("signingResult", "returned");
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.ASSIGNING);

        walk.ruled(caseId, "grant", "housing", "属住建部门职责");
        assertThat(said(caseId)).contains("不在我单位职责清单内", "属住建部门职责");
        assertThat(events.ofType(StaffNotice.class).matching(it -> it.caseId() == caseId
                && it.login().equals("zhanglixin") && it.text().contains("住房和城乡建设局"))).hasSize(1);
    }

    /** L1 art. 12, L3 art. 22. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十二条、《潍坊市12345政务服务便民热线条例》第二十二条：裁定后不得再次退单")
    void beijing12AndWeifang22AfterTheRulingNobodyReturnsTheCaseAgain() {
        long caseId = walk.waitingForSignature();
        walk.answerSigning(caseId, RETURN);
        walk.ruled(caseId, "maintain", "", "属城市管理局职责清单第三项");
        walk.dispatchTo(caseId, "urbanManagement");

        assertThat(walk.answerSigning(caseId, RETURN)).containsEntry("signingResult", "invalid");
        walk.answerSigning(caseId, Map.of("decision", "sign"));
        assertThat(walk.answerHandling(caseId, RETURN)).containsEntry("handlingResult", "invalid");
        assertThat(walk.view(caseId)).as("it stays where it was ruled to stay").returns(CaseState.HANDLING,
                CaseView::state);
        assertThat(walk.view(caseId).handler()).contains("城市管理局");
        assertThat(walk.view(walk.handled(caseId)).state()).isEqualTo(CaseState.VERIFYING);
    }

    /** L1 art. 14, L2 art. 29, L3 art. 22. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十四条、《济南市12345市民服务热线条例》第二十九条、《潍坊市12345政务服务便民热线条例》第二十二条：首接负责，不得推诿")
    void beijing14Jinan29AndWeifang22ACasePassedAroundComesToItsFirstReceiverAndStaysThere() {
        long caseId = walk.passedAround();
        assertThat(walk.view(caseId).firstReceiver()).isEqualTo("城市管理局");
        assertThat(walk.prepare(caseId, "Task_AssignUnit").get("assignment")).as("is proposed").isEqualTo(
                Map.of("unit", "urbanManagement"));
        assertThat(blameLoops.list(PageRequest.of(0, 1)).getContent()).singleElement()
                .satisfies(loop -> assertThat(loop.caseNumber()).isEqualTo(number(caseId)));

        walk.ruled(caseId, "grant", "urbanManagement", "由首接单位负责到底");
        walk.dispatchTo(caseId, "urbanManagement");
        assertThat(walk.answerSigning(caseId, RETURN)).containsEntry("signingResult", "invalid");
        assertThat(walk.answerHandling(caseId, RETURN)).containsEntry("handlingResult", "invalid");
    }

    /** L1 art. 14, L2 art. 29, L3 art. 22. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十四条、《济南市12345市民服务热线条例》第二十九条、《潍坊市12345政务服务便民热线条例》第二十二条：主办牵头、协办配合，各有时限")
    void beijing14Jinan29AndWeifang22OneUnitLeadsAndEachCoHandlerAnswersForItsPart() {
        long caseId = walk.beingHandledTogether();
        var lead = Objects.requireNonNull(walk.view(caseId).dueAt());
        assertThat(assistances.open(caseId)).extracting(Assistance::department)
                .containsExactly("urbanManagement", "publicSecurity");
        assertThat(assistances.open(caseId)).allSatisfy(it -> assertThat(it.dueAt()).isNotNull()
                .isBeforeOrEqualTo(lead));

        var part = walk.part("case_assistance", "urbanManagement");
        assisting.check(on(caseId, "Task_CheckAssistance", part), Answer.of(Map.of("decision", "done", "result",
                "已派车清运并封闭路口")));
        walk.handled(caseId);
        assertThat(assistances.of(caseId)).extracting(Assistance::outcome)
                .containsExactly(AssistanceOutcome.DONE, AssistanceOutcome.LEFT_OPEN);
        assertThat(said(caseId)).as("who did not answer is named").contains("协办未反馈：公安局");
    }

    /** L1 art. 15, L9. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十五条：延期须说明理由，经批准，并告知诉求人")
    void beijing15MoreTimeIsAskedForAReasonGrantedByOthersAndToldTheReporter() {
        long caseId = walk.beingHandled();
        var dueAt = Objects.requireNonNull(walk.view(caseId).dueAt());
        assertThat(extending.ask(number(caseId), "4", "workingHour", "", HANDLER)).isPresent();
        walk.asksForMoreTime(caseId, "4", "workingHour");
        assertThat(grant(caseId, "4")).as("not without the grid leader").isPresent();
        walk.supported(caseId);
        assertThat(walk.view(caseId).dueAt()).as("not before it is granted").isEqualTo(dueAt);

        assertThat(grant(caseId, "5")).as("not more than was asked").isPresent();
        assertThat(grant(caseId, "2")).isEmpty();

        assertThat(walk.view(caseId).dueAt()).isEqualTo(dueAt.plus(Duration.ofHours(2)));
        assertThat(steps(caseId).getLast()).startsWith("办理时限延长至");
    }

    /** L1 art. 15, L9; that it is too late after the deadline, and how often it may be asked for, are samples. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十五条：期限届满后不再接受延期申请，申请次数有限（样例，待县里核定）")
    void beijing15NobodyGetsMoreTimeAfterTheDeadlineOrAgainAndAgain() {
        long late = walk.beingHandled();
        clock.turn(Duration.ofHours(4));
        assertThat(extending.ask(number(late), "1", "workingDay", "等待维修配件到货", HANDLER)).isPresent();

        long often = walk.beingHandled();
        for (int i = 0; i < 2; i++) {
            walk.asksForMoreTime(often, "1", "workingHour");
            walk.supported(often);
            assertThat(grant(often, "1")).isEmpty();
        }
        assertThat(extending.ask(number(often), "1", "workingHour", "等待维修配件到货", HANDLER)).isPresent();
    }

    /** L1 art. 15 (2), L10. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十五条：因客观原因暂缓办理的，经批准停止计时，恢复后按剩余时间计")
    void beijing15AnObjectiveCauseStopsTheClockByApprovalAndGivesBackWhatWasLeft() {
        long caseId = walk.beingHandled();
        clock.turn(Duration.ofHours(1));
        assertThat(suspending.ask(number(caseId), "TOO_BUSY", day(10), "人手不够", HANDLER)).as("no objective cause")
                .isPresent();
        walk.suspended(caseId, day(10));
        assertThat(walk.view(caseId).dueAt()).isNull();
        assertThat(steps(caseId).getLast()).contains("因客观原因", "恢复办理");

        clock.turn(Duration.ofDays(3));
        assertThat(suspending.resume(number(caseId), SUPERVISOR)).isEmpty();
        assertThat(walk.view(caseId).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(3)));
    }

    /** L1 art. 16 and 33, L6 art. 5 and 44. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第十六条、第三十三条、《北京市街道办事处条例》第五条、第四十四条：街乡吹哨、部门报到，双方都受考评")
    void beijing16And33DepartmentsComeWhenTheStreetWhistlesAndBothSidesAreOnRecord() {
        long caseId = walk.whistled();
        var came = walk.part("whistle_call", "urbanManagement");
        var silent = walk.part("whistle_call", "publicSecurity");
        var whistle = whistles.of(caseId).getFirst();
        clock.turn(Duration.ofMinutes(20));
        reportingIn.check(on(caseId, "Task_CheckReportIn", came), Answer.of(Map.of("decision", "came", "found",
                "现场已经封闭，正在抢修")));
        clock.turn(Duration.ofHours(2));
        whistleRecords.late(caseId, silent);
        whistleRecords.absent(on(caseId, "Task_RecordAbsence", whistle.id()));
        closingWhistle.check(on(caseId, "Task_CheckWhistleClosing", whistle.id()), Answer.of(Map.of("agreed", "三天内更换管道",
                "came", List.of("urbanManagement"))));

        assertThat(whistles.findCall(came)).hasValueSatisfying(it -> assertThat(it)
                .returns(CallState.CAME, WhistleCall::state).returns(20, WhistleCall::minutes)
                .returns(true, WhistleCall::confirmed));
        assertThat(whistles.findCall(silent)).hasValueSatisfying(it -> assertThat(it)
                .returns(CallState.ABSENT, WhistleCall::state).returns(true, WhistleCall::late)
                .returns(false, WhistleCall::confirmed));
        assertThat(whistles.of(caseId).getFirst()).returns(LEADER, Whistle::blownBy).returns("三天内更换管道",
                Whistle::agreed);
    }

    /** L1 art. 20, L2 art. 29 and 30, L3 art. 23. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第二十条、《济南市12345市民服务热线条例》第二十九条、第三十条、《潍坊市12345政务服务便民热线条例》第二十三条：本级难以解决的，逐级上报研究")
    void beijing20Jinan29And30AndWeifang23WhatAUnitCannotSolveGoesUpStepByStep() {
        long caseId = walk.beingHandled();
        var dueAt = walk.view(caseId).dueAt();
        for (var level : List.of(Unit.COMMUNITY, Unit.STREET)) {
            assertThat(walk.answerHandling(caseId, UP)).containsEntry("handlingResult", "reportedUp");
            assertThat(steps(caseId).getLast()).isEqualTo("已上报上级处理。");
            walk.dispatchTo(caseId, level);
        }
        assertThat(walk.view(caseId).handler()).contains("街道管理员");
        assertThat(walk.view(caseId).dueAt()).as("going up gives nobody more time").isEqualTo(dueAt);

        walk.handled(caseId);
        walk.answerVerification(caseId, Map.of("decision", "unable", "opinion", "产权纠纷正在诉讼"));
        walk.close(caseId);
        assertThat(told(caseId)).as("what cannot be solved is said to be so").contains("目前无法解决", "产权纠纷正在诉讼");
    }

    /** L2 art. 22, L4 art. 14. */
    @Test
    @DisplayName("《济南市12345市民服务热线条例》第二十二条、《滨州市社会治理网格化服务管理条例》第十四条：办理全过程留痕")
    void jinan22AndBinzhou14TheWholeHandlingIsOnFile() {
        long caseId = walk.waitingForSignature();
        walk.answerSigning(caseId, RETURN);
        walk.ruled(caseId, "maintain", "", "属城市管理局职责清单第三项");
        walk.dispatchTo(caseId, "urbanManagement");
        walk.answerSigning(caseId, Map.of("decision", "sign"));
        walk.handled(caseId);
        walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "墙角还有残留"));
        walk.dispatchTo(caseId, "urbanManagement");
        walk.handled(caseId);
        walk.answerVerification(caseId, PASS);
        walk.close(caseId);

        assertThat(walk.elements(caseId)).containsSubsequence("StartEvent_CaseReported", "Task_CheckAcceptance",
                "Task_DispatchCase", "Task_CheckSigning", "Task_CheckAssignment", "Task_DispatchCase",
                "Task_CheckSigning", "Task_CheckHandling", "Task_CheckVerification", "Task_DispatchCase",
                "Task_CheckHandling", "Task_CheckVerification", "Task_CloseCase");
        assertThat(walk.view(caseId).history()).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()))
                .allSatisfy(entry -> assertThat(entry.actorName()).isNotBlank());
        assertThat(said(caseId)).contains("不在我单位职责清单内", "属城市管理局职责清单第三项", "墙角还有残留", "已清运垃圾并冲洗地面");
    }

    /** L2 art. 24, L3 art. 20. */
    @Test
    @DisplayName("《济南市12345市民服务热线条例》第二十四条、《潍坊市12345政务服务便民热线条例》第二十条：不能按期办结的，说明措施和办结日期")
    void jinan24AndWeifang20WhoIsLateSaysWhatIsDoneAndByWhen() {
        long caseId = overdue();
        walk.answerSupervision(caseId, Map.of("decision", "urge", "note", "请说明原因"));
        assertThat(walk.answerReply(caseId, Map.of("finishOn", day(3)))).as("without measures").containsEntry(
                "replyResult", "invalid");
        assertThat(walk.answerReply(caseId, Map.of("done", "已联系清运车辆，正在排队"))).as("without a date")
                .containsEntry("replyResult", "invalid");
        walk.answerReply(caseId, Map.of("done", "已联系清运车辆，正在排队", "finishOn", day(3)));
        assertThat(said(caseId)).contains("已联系清运车辆，正在排队。预计" + day(3) + "办结");
    }

    /** L1 art. 23, L2 art. 27, L3 art. 25. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第二十三条、《济南市12345市民服务热线条例》第二十七条、《潍坊市12345政务服务便民热线条例》第二十五条：期限届满后仍须办理、核查、告知和回访")
    void beijing23Jinan27AndWeifang25WhatIsLateIsStillHandledCheckedToldAndAskedAbout() {
        long caseId = overdue();
        var late = walk.view(caseId).overdueAt();
        assertThat(walk.view(caseId).state()).as("lateness ends nothing").isEqualTo(CaseState.HANDLING);
        walk.handled(caseId);
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.VERIFYING);
        walk.answerVerification(caseId, PASS);
        walk.close(caseId);

        assertThat(told(caseId)).contains("已清运垃圾并冲洗地面");
        assertThat(receipt(caseId).followUp()).isNotNull();
        assertThat(walk.view(caseId).overdueAt()).as("and that it was late stays on record").isEqualTo(late);
        assertThat(walk.elements(caseId)).containsOnlyOnce("Task_RecordOverdue");
    }

    /** L2 art. 27. */
    @Test
    @DisplayName("《济南市12345市民服务热线条例》第二十七条：由未参与办理的人核查，不合格的返工")
    void jinan27SomebodyElseLooksAtWhatWasDoneAndWhatIsNotGoodIsDoneAgain() {
        long caseId = walk.handled();
        walk.answerVerification(caseId, Map.of("decision", "inspect"));
        assertThat(walk.prepare(caseId, "Task_InspectCase").get("assignee")).isNotIn(HANDLER, LEADER);
        walk.answerInspection(caseId, Map.of("result", "notPass", "words", "墙角仍有垃圾。"));
        assertThat(walk.answerVerification(caseId, PASS)).as("not against what was found, without a word")
                .containsEntry("verificationResult", "invalid");
        walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "墙角仍有垃圾。"));
        assertThat(walk.view(caseId)).returns(CaseState.HANDLING, CaseView::state).returns(2, CaseView::round);
        assertThat(steps(caseId).getLast()).isEqualTo("核查未通过，重新办理。");
    }

    /** L1 art. 23, L2 art. 27, L3 art. 25. */
    @Test
    @DisplayName("《北京市接诉即办工作条例》第二十三条、《济南市12345市民服务热线条例》第二十七条、《潍坊市12345政务服务便民热线条例》第二十五条：回访满意度，不满意的重新办理")
    void beijing23Jinan27AndWeifang25TheReporterSaysHowItEndedAndMayHaveItDoneAgain() {
        long caseId = walk.closed();
        assertThat(answer(caseId, "SATISFIED", "", true)).as("who is content has nothing done again").isPresent();
        assertThat(answer(caseId, "DISSATISFIED", "", true)).as("who is not says why").isPresent();
        assertThat(answer(caseId, "DISSATISFIED", "NOT_SOLVED", true)).isEmpty();
        assertThat(walk.view(caseId)).returns(CaseState.REPORTED, CaseView::state).returns(1, CaseView::reopened);

        walk.closeAgain(caseId);
        assertThat(closing.told(caseId)).hasValueSatisfying(ending -> {
            assertThat(ending.closing()).as("told once more").isEqualTo(2);
            assertThat(ending.text()).contains("已再次清运垃圾");
        });
        assertThat(Objects.requireNonNull(receipt(caseId).followUp()).rating()).as("and asked once more").isNull();
    }

    /** L2 art. 28, L3 art. 26. */
    @Test
    @DisplayName("《济南市12345市民服务热线条例》第二十八条、《潍坊市12345政务服务便民热线条例》第二十六条：分级督办，催办、督办、黄牌、红牌")
    void jinan28AndWeifang26WhoDoesNotReplyIsSupervisedStepByStep(AssertablePublishedEvents events) {
        long caseId = walk.supervised("URGE");
        for (var next : List.of(SupervisionLevel.SUPERVISE, SupervisionLevel.YELLOW, SupervisionLevel.RED)) {
            var due = walk.lookAtOrder(caseId).get("replyDueAt");
            clock.turn(Duration.ofHours(8));
            walk.replyOverdue(caseId, due);
            assertThat(order(caseId).level()).isEqualTo(next);
            assertThat(events.ofType(StaffNotice.class).matching(it -> it.caseId() == caseId
                    && it.login().equals(HANDLER) && it.text().contains("升级为" + next.label()))).hasSize(1);
        }
        assertThat(order(caseId).points()).as("a sample of the county").isEqualTo(-15);

        walk.answerReply(caseId, aReply());
        assertThat(order(caseId).open()).as("a reply alone does not end it").isTrue();
        walk.answerReview(caseId, Map.of("decision", "accept"));
        assertThat(order(caseId).outcome()).isEqualTo(SupervisionOutcome.ACCEPTED);
    }

    /** L2 art. 28, L3 art. 26. */
    @Test
    @DisplayName("《济南市12345市民服务热线条例》第二十八条、《潍坊市12345政务服务便民热线条例》第二十六条：督办由有权人员下达，错误的可以撤销")
    void jinan28AndWeifang26OrdersComeFromThoseWhoMayAndAreTakenBackWhenTheyWereWrong() {
        long caseId = walk.beingHandled();
        assertThat(ordering.order(number(caseId), "RED", "KEY", "请说明进展", LEADER)).as("a leader only urges").isPresent();
        assertThat(ordering.order(number(caseId), "URGE", "KEY", "请说明进展", HANDLER)).isPresent();
        assertThat(ordering.order(number(caseId), "RED", "KEY", "请说明进展", SUPERVISOR)).isEmpty();
        assertThat(order(caseId).points()).isEqualTo(-10);

        var id = String.valueOf(walk.orderId(caseId));
        assertThat(ordering.cancel(number(caseId), id, "", SUPERVISOR)).as("not without a reason").isPresent();
        assertThat(ordering.cancel(number(caseId), id, "责任不在承办人", SUPERVISOR)).isEmpty();
        assertThat(order(caseId)).returns(0, SupervisionOrder::points).returns(SupervisionOutcome.CANCELLED,
                SupervisionOrder::outcome);
    }

    /** L3 art. 21. */
    @Test
    @DisplayName("《潍坊市12345政务服务便民热线条例》第二十一条：诉求人可以撤回，撤回后不再办理")
    void weifang21AReporterMayTakeItBackAsLongAsNothingIsDecided() {
        long caseId = walk.beingHandled();
        assertThat(withdrawing.withdraw(walk.receiptCode(caseId), "自己解决了")).isEmpty();
        walk.closeWithdrawn(caseId);
        assertThat(receipt(caseId).resolution()).isEqualTo(Resolution.WITHDRAWN);
        assertThat(told(caseId)).contains("撤回");

        long decided = walk.handled();
        walk.answerVerification(decided, PASS);
        assertThat(withdrawing.withdraw(walk.receiptCode(decided), "")).isPresent();
    }

    /** L4 art. 11. */
    @Test
    @DisplayName("《滨州市社会治理网格化服务管理条例》第十一条：能当场处理的当场处理并记录，抽查不实的重新办理")
    void binzhou11WhatIsDoneOnTheSpotIsRecordedAndASampleIsLookedAtBySomebodyElse() {
        long caseId = drawnOnTheSpot();
        assertThat(said(caseId)).contains("网格长到场已清理");
        assertThat(walk.prepare(caseId, "Task_VerifyCase").get("assignee")).isNotEqualTo(LEADER);
        assertThat(walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "现场没有清理")))
                .containsEntry("verificationResult", "reaccept");
        walk.dispatch(caseId);
        walk.handled(caseId);
        walk.answerVerification(caseId, PASS);
        walk.close(caseId);
        assertThat(told(caseId)).contains("已清运垃圾并冲洗地面").doesNotContain("网格长到场已清理");
    }

    private static Report by(SourceChannel channel) {
        return new Report(UUID.randomUUID().toString(), channel, null, "01-02", null, "小区门口垃圾成堆", GRID, null, null,
                "一号楼旁", "李某", "13812345678", channel == SourceChannel.RESIDENT_WEB ? null : "handongsheng", null,
                TurnableClock.START);
    }

    /** Past its deadline by an hour, and recorded so. */
    private long overdue() {
        long caseId = walk.beingHandled();
        clock.turn(Duration.ofHours(5));
        deadlines.overdue(caseId, 1, null);
        return caseId;
    }

    private long drawnOnTheSpot() {
        long caseId;
        do {
            caseId = walk.registered(with(aReport(), "01-02", GRID, "小区门口垃圾成堆", null));
            walk.answerAcceptance(caseId, Map.of("decision", "onSpot", "result", "网格长到场已清理"));
        } while (!walk.recordOnSpot(caseId));
        return caseId;
    }

    private static Step on(long caseId, String element, long part) {
        return new Step(caseId, element, CaseWalk.step(caseId, element).elementInstanceKey(), part);
    }

    private Optional<FieldProblem> grant(long caseId, String hours) {
        return permitting.decide(number(caseId), walk.request(caseId), "grant", hours, "", SUPERVISOR);
    }

    private Optional<String> answer(long caseId, String grade, String reason, boolean again) {
        return followingUp.answer(walk.receiptCode(caseId), grade, reason, "", again);
    }

    private SupervisionOrder order(long caseId) {
        return orders.of(caseId).getLast();
    }

    /** What the reporter is told of the end. */
    private String told(long caseId) {
        return closing.told(caseId).orElseThrow().text();
    }

    private ReceiptView receipt(long caseId) {
        return receipts.byReceipt(walk.receiptCode(caseId)).orElseThrow();
    }

    /** What the reporter sees of the way of their case. */
    private List<String> steps(long caseId) {
        return receipt(caseId).steps().stream().map(ReceiptView.Step::text).toList();
    }

    /** What the reporter of a merged case sees of the way of the other. */
    private List<String> progress(long caseId) {
        return Objects.requireNonNull(receipt(caseId).original()).steps().stream().map(ReceiptView.Step::text).toList();
    }

    /** The internal history as one text. */
    private String said(long caseId) {
        return String.join("\n", walk.view(caseId).history().stream().map(entry -> String.valueOf(entry.internalText()))
                .toList());
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }

    private String day(int fromToday) {
        return clock.instant().atZone(clock.getZone()).toLocalDate().plusDays(fromToday).toString();
    }
}
