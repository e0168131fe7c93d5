package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Resolution;
import io.gridloop.cases.SourceChannel;
import io.gridloop.cases.Splitting;
import io.gridloop.notify.ResidentMessages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The ways of a case to an honest end: passed on, inspected, split, merged, repeated, explained. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "gridloop.cases.inspect-percent=100")
class ClosingStoriesIT extends AbstractCaseStory {

    private static final Map<String, String> INSPECT = Map.of("decision", "inspect", "opinion", "请看墙角。");
    private static final Map<String, String> SEEN = Map.of("result", "pass", "words", "现场已清理干净。");

    @Autowired
    ResidentMessages messages;

    @Autowired
    Splitting splitting;

    @Test
    void namesTheEmergencyLineOfAReportAtOnce() {
        var receipt = reporting.accept(new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, null,
                null, "二号楼冒黑烟，有火光。", null, null, null, "二号楼", null, null, null, null, clock.instant(), "119"));
        long key = key(receipt);
        assertThat(byKey(key)).isCompleted().hasNotActivatedElements("Task_ClassifyCase");
        completed(assertThat(byKey(key)), "StartEvent_CaseReported", "Task_RegisterCase", "Gateway_Emergency",
                "Task_PassThrough", "Task_CloseCase", "Task_TellResident", "EndEvent_CaseClosed");
        assertThat(view(receipt).resolution()).isEqualTo(Resolution.PASSED_ON);
        assertThat(messages.of(receipt.caseId())).singleElement()
                .satisfies(it -> assertThat(it.text()).contains("马上拨打119"));
    }

    @Test
    void letsIntakeAndLeaderFindOutAnEmergency() {
        var unclassified = aReportedCase(null, null);
        answer("Task_ClassifyCase", "classification", Map.of("decision", "emergency", "emergencyLine", "110"));
        assertThat(byKey(key(unclassified))).isCompleted().hasCompletedElements("Task_PassThrough");
        var accepted = aReportedCase(GARBAGE, GRID);
        accept(Map.of("decision", "emergency", "emergencyLine", "120"));
        assertThat(byKey(key(accepted))).isCompleted().hasCompletedElements("Task_PassThrough");
        assertThat(view(accepted).resolution()).isEqualTo(Resolution.PASSED_ON);
    }

    @Test
    void sendsSomebodyElseBeforeALeaderDecidesOnTheWorkOfADepartment() {
        var receipt = aReportedCase(OTHER, GRID);
        accept(ACCEPT);
        assign(Map.of("unit", "housing", "reason", "属住建部门职责。"));
        sign(SIGN);
        handle(DONE);
        assertThat(open("Task_InspectCase")).isCreated().hasAssignee("lilijuan");
        inspect(Map.of("result", "pass"));
        process("InspectCaseProcess").hasVariable("inspectionResult", "invalid");
        inspect(SEEN);
        assertThat(open("Task_VerifyCase")).isCreated();
        assertThat(view(receipt).inspection()).contains("现场已清理干净");
        verify(Map.of("decision", "explain", "opinion", "该路段明年统一改造，已向居民说明。"));
        assertThat(byKey(key(receipt))).isCompleted();
        completed(assertThat(byKey(key(receipt))), "Gateway_InspectFirst", "Call_InspectCase");
        completed(process("InspectCaseProcess"), "StartEvent_InspectionOrdered", "Task_InspectCase",
                "Task_CheckInspection", "Gateway_InspectionValid", "EndEvent_CaseInspected");
        assertThat(view(receipt).resolution()).isEqualTo(Resolution.EXPLAINED);
    }

    @Test
    void tellsEveryReporterOfAMergedCaseWhenTheSplitOriginalEnds() {
        var original = aReportedCase(GARBAGE, GRID);
        accept(ACCEPT);
        awaitCase(original, it -> it.state() == CaseState.HANDLING);
        var duplicate = aReportedCase(GARBAGE, GRID);
        accept(Map.of("decision", "duplicate", "duplicateOf", original.caseNumber()));
        awaitCase(duplicate, it -> it.state() == CaseState.CLOSED);
        assertThat(splitting.split(original.caseNumber(), List.of(new Splitting.Part("清运垃圾，冲洗地面", GARBAGE),
                new Splitting.Part("修补破损的垃圾桶", GARBAGE)), "wangchunsheng")).isEmpty();
        handle(DONE);
        verify(PASS);
        assertThat(byKey(key(original))).hasVariable("verificationResult", "invalid");
        view(original).links().children().forEach(part -> explain(part.caseNumber()));
        long key = key(original);
        engine.completeUserTask(open("Task_VerifyCase", key), Map.of("verification", INSPECT));
        assertThat(open("Task_InspectCase")).isCreated().hasAssignee("liuyuqing");
        inspect(SEEN);
        assertThat(open("Task_VerifyCase", key)).isCreated();
        engine.completeUserTask(open("Task_VerifyCase", key), Map.of("verification", PASS));
        assertThat(byKey(key)).isCompleted();
        assertThat(view(original).publicText()).contains("拆分为2件");
        assertThat(messages.of(duplicate.caseId())).hasSize(2).last()
                .satisfies(it -> assertThat(it.text()).contains(original.caseNumber(), "已解决"));

        var repeated = aReportedCase(GARBAGE, GRID);
        accept(Map.of("decision", "repeat", "repeatOf", duplicate.caseNumber()));
        assertThat(awaitCase(repeated, it -> it.state() == CaseState.CLOSED)).returns(Resolution.REPEATED,
                CaseView::resolution);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theseStoriesReachedEveryElementOfTheInspection() {
        assertThat(REACHED).containsAll(Models.flowNodes("InspectCaseProcess"));
    }

    private void inspect(Map<String, ?> answer) {
        answer("Task_InspectCase", "inspection", answer);
    }

    private void explain(String caseNumber) {
        var part = await().atMost(Duration.ofSeconds(30)).until(() -> pages.byNumber(caseNumber).orElseThrow(),
                it -> it.state() == CaseState.ACCEPTING);
        long key = Objects.requireNonNull(part.processInstanceKey());
        assertThat(open("Task_AcceptCase", key)).isCreated();
        engine.completeUserTask(open("Task_AcceptCase", key),
                Map.of("acceptance", Map.of("decision", "explain", "reply", "已一并处理完毕。")));
        assertThat(byKey(key)).isCompleted();
    }

    private long key(Receipt receipt) {
        return Objects.requireNonNull(awaitCase(receipt, it -> it.processInstanceKey() != null).processInstanceKey());
    }
}
