package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@CasesTest
class AnswersTests {

    private static final String TOO_LONG = "字".repeat(2_001);
    private static final String HIDDEN = "看不见\u202E的";

    @Autowired
    private CaseWalk walk;

    @ParameterizedTest
    @MethodSource
    void explainsAWrongClassification(Object answer, String problem) {
        long caseId = walk.registered(with(aReport(), null, null, "内容", null));
        var result = walk.answerClassification(caseId, answer);
        assertThat(result).containsEntry("classificationValid", false).doesNotContainKey("classification");
        refused(caseId, result, problem, CaseState.CLASSIFYING);
    }

    static Stream<Arguments> explainsAWrongClassification() {
        return Stream.of(
                Arguments.of(Map.of(), "请从列表中选择类别"),
                Arguments.of(Map.of("category", "99-99", "gridCode", CaseWalk.GRID), "请从列表中选择类别"),
                Arguments.of(Map.of("category", "01-02"), "请从列表中选择所在网格"),
                Arguments.of(Map.of("decision", "emergency"), "请选择紧急热线"),
                Arguments.of(Map.of("category", "01-02", "gridCode", "G9999"), "请从列表中选择所在网格"),
                Arguments.of(Map.of("category", "01-02", "gridCode", CaseWalk.GRID, "note", HIDDEN), "备注含有不可见的控制字符"));
    }

    @ParameterizedTest
    @MethodSource
    void explainsAWrongAcceptance(Object answer, String problem) {
        long caseId = walk.registered(aReport());
        var result = walk.answerAcceptance(caseId, answer);
        assertThat(result).containsEntry("acceptanceResult", "invalid").doesNotContainKey("acceptance");
        refused(caseId, result, problem, CaseState.ACCEPTING);
    }

    static Stream<Arguments> explainsAWrongAcceptance() {
        return Stream.of(
                Arguments.of("nonsense", "请选择受理意见"),
                Arguments.of(List.of(1), "请选择受理意见"),
                Arguments.of(Map.of("decision", 7), "请选择受理意见"),
                Arguments.of(Map.of("decision", "accept"), "请选择处置层级"),
                Arguments.of(Map.of("decision", "accept", "handlingLevel", "province"), "请选择处置层级"),
                Arguments.of(Map.of("decision", "refuse", "reason", "合同纠纷"), "法定途径"),
                Arguments.of(Map.of("decision", "refuse", "refusalRoute", "litigation"), "请填写不予受理的理由"),
                Arguments.of(Map.of("decision", "refuse", "refusalRoute", "litigation", "reason", " "), "请填写不予受理的理由"),
                Arguments.of(Map.of("decision", "refuse", "refusalRoute", "litigation", "reason", "字".repeat(501)),
                        "最多500个字"),
                Arguments.of(Map.of("decision", "duplicate"), "请填写原案件的编号"),
                Arguments.of(Map.of("decision", "duplicate", "duplicateOf", "WZ26-000001"), "原案件编号有误"),
                Arguments.of(Map.of("decision", "duplicate", "duplicateOf", CaseNumber.of("WZ", 2026, 999_999)),
                        "没有编号为"),
                Arguments.of(Map.of("decision", "repeat"), "请填写首次案件的编号"),
                Arguments.of(Map.of("decision", "explain", "reply", "好"), "太短"),
                Arguments.of(Map.of("decision", "emergency", "emergencyLine", "12345"), "请选择紧急热线"),
                Arguments.of(Map.of("decision", "onSpot"), "请填写当场办结的处理结果"),
                Arguments.of(Map.of("decision", "onSpot", "result", "好了"), "太短"),
                Arguments.of(Map.of("decision", "onSpot", "result", TOO_LONG), "最多2000个字"));
    }

    @ParameterizedTest
    @MethodSource
    void explainsAWrongHandling(Object answer, String problem) {
        long caseId = walk.beingHandled();
        var result = walk.answerHandling(caseId, answer);
        assertThat(result).containsEntry("handlingResult", "invalid").doesNotContainKey("handling");
        refused(caseId, result, problem, CaseState.HANDLING);
    }

    static Stream<Arguments> explainsAWrongHandling() {
        return Stream.of(
                Arguments.of(Map.of(), "请选择办理意见"),
                Arguments.of(Map.of("decision", "done"), "请填写处置结果"),
                Arguments.of(Map.of("decision", "done", "result", "好"), "至少5个字"),
                Arguments.of(Map.of("decision", "done", "result", TOO_LONG), "最多2000个字"),
                Arguments.of(Map.of("decision", "done", "result", "处理\u0000完毕了"), "不可见的控制字符"),
                Arguments.of(Map.of("decision", "return"), "请填写退回理由"),
                Arguments.of(Map.of("decision", "reportUp"), "请填写上报理由"));
    }

    @ParameterizedTest
    @MethodSource
    void explainsAWrongVerification(Object answer, String problem) {
        long caseId = walk.handled();
        var result = walk.answerVerification(caseId, answer);
        assertThat(result).containsEntry("verificationResult", "invalid").containsEntry("round", 1);
        refused(caseId, result, problem, CaseState.VERIFYING);
    }

    static Stream<Arguments> explainsAWrongVerification() {
        return Stream.of(
                Arguments.of(Map.of(), "请选择核查结论"),
                Arguments.of(Map.of("decision", "pass", "opinion", HIDDEN), "核查意见含有"),
                Arguments.of(Map.of("decision", "rework"), "请填写返工要求"),
                Arguments.of(Map.of("decision", "explain"), "请填写解释说明的内容"),
                Arguments.of(Map.of("decision", "unable"), "请填写无法解决的原因"));
    }

    @ParameterizedTest
    @MethodSource
    void explainsAWrongSupervision(Object answer, String problem) {
        long caseId = walk.beingHandled();
        var result = walk.answerSupervision(caseId, answer);
        assertThat(result).containsEntry("supervisionResult", "invalid").doesNotContainKey("warnAt");
        refused(caseId, result, problem, CaseState.HANDLING);
    }

    static Stream<Arguments> explainsAWrongSupervision() {
        return Stream.of(
                Arguments.of(Map.of(), "请选择督办意见"),
                Arguments.of(Map.of("decision", "urge", "note", "字".repeat(501)), "最多500个字"),
                Arguments.of(Map.of("decision", "move"), "1到720之间的整数"),
                Arguments.of(Map.of("decision", "move", "addHours", 0), "1到720之间的整数"),
                Arguments.of(Map.of("decision", "move", "addHours", -3), "1到720之间的整数"),
                Arguments.of(Map.of("decision", "move", "addHours", 721), "1到720之间的整数"),
                Arguments.of(Map.of("decision", "move", "addHours", 1.5), "1到720之间的整数"),
                Arguments.of(Map.of("decision", "move", "addHours", "1e999999999"), "1到720之间的整数"),
                Arguments.of(Map.of("decision", "move", "addHours", "1e-999999999"), "1到720之间的整数"),
                Arguments.of(Map.of("decision", "move", "addHours", "很多"), "1到720之间的整数"));
    }

    @Test
    void explainsAWrongUnit() {
        long caseId = walk.accepted();
        var result = walk.answerAssignment(caseId, Map.of("unit", "ministry"));
        assertThat(result).containsEntry("assignmentValid", false).doesNotContainKeys("assignment", "route");
        refused(caseId, result, "请从列表中选择承办单位", CaseState.ASSIGNING);
    }

    @Test
    void refusesToMakeACaseADuplicateOfItself() {
        long caseId = walk.registered(aReport());
        var result = walk.answerAcceptance(caseId, duplicateOf(caseId));
        refused(caseId, result, "不能是它自己的重复件", CaseState.ACCEPTING);
    }

    @Test
    void takesTheOriginalOfANamedDuplicateAndRefusesALoop() {
        long original = walk.registered(aReport());
        long duplicate = walk.registered(aReport());
        assertThat(walk.answerAcceptance(duplicate, duplicateOf(original))).containsEntry("acceptanceResult",
                "duplicate");
        long second = walk.registered(aReport());
        assertThat(walk.answerAcceptance(second, duplicateOf(duplicate))).containsEntry("acceptanceResult",
                "duplicate");

        refused(original, walk.answerAcceptance(original, duplicateOf(duplicate)), "已并入本件", CaseState.ACCEPTING);
        refused(original, walk.answerAcceptance(original, duplicateOf(second)), "已并入本件", CaseState.ACCEPTING);
        assertThat(walk.view(second).links().original().caseNumber()).isEqualTo(walk.view(original).caseNumber());
        assertThat(walk.view(second).history().getLast().internalText()).contains("本身是重复件");
    }

    private Map<String, Object> duplicateOf(long caseId) {
        return Map.of("decision", "duplicate", "duplicateOf", " " + walk.view(caseId).caseNumber().toLowerCase());
    }

    private void refused(long caseId, Map<String, @Nullable Object> result, String problem, CaseState state) {
        assertThat(String.valueOf(result.get("formProblem"))).contains(problem);
        assertThat(walk.view(caseId).state()).isEqualTo(state);
    }
}
