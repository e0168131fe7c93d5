package io.gridloop.process.models;

import static io.gridloop.process.models.SampleModels.DIAGRAM;
import static io.gridloop.process.models.SampleModels.FORM;
import static io.gridloop.process.models.SampleModels.TABLE;
import static io.gridloop.process.models.SampleModels.goodModels;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCheckTests {

    @Test
    void acceptsModelsThatFitTogether() {
        assertThat(goodModels().problems()).isEmpty();
    }

    @Test
    void refusesAJobWithoutAWorker() {
        assertThat(goodModels().changed(DIAGRAM, "cases.registerCase", "cases.forgetCase").problems())
                .containsExactly("SampleProcess.bpmn Task_RegisterCase：作业类型 cases.forgetCase 没有对应的 worker");
    }

    @Test
    void refusesAListenerWithoutAWorker() {
        assertThat(goodModels().changed(DIAGRAM, "cases.prepareTask", "cases.prepare").problems())
                .contains("SampleProcess.bpmn Task_AcceptCase：作业类型 cases.prepare 没有对应的 worker")
                .contains("SampleProcess.bpmn Task_AcceptCase：缺少开始监听器 cases.prepareTask");
    }

    @Test
    void refusesRulesThatOverlap() {
        assertThat(goodModels().changed(TABLE, "not(\"01-02\")", "-").problems())
                .containsExactly("sampleTable.dmn Rule_Rubbish Rule_Default：规则重叠，同时命中：{category=01-02}");
    }

    @Test
    void refusesATableWithAGap() {
        assertThat(goodModels().changed(TABLE, "not(\"01-02\")", "\"01-03\"").problems())
                .containsExactly("sampleTable.dmn sampleTable：没有规则命中：{category=未列明的值}");
    }

    @Test
    void refusesARuleThatNeverMatches() {
        assertThat(goodModels().changed(TABLE, "not(\"01-02\")", "rubbish").problems())
                .anyMatch(problem -> problem.contains("Rule_Default：规则永远不会命中"));
    }

    @Test
    void refusesAnOutputWithoutQuotes() {
        assertThat(goodModels().changed(TABLE, "\"community\"", "community").problems())
                .containsExactly("sampleTable.dmn Rule_Rubbish：输出为空（文字要加英文引号）");
    }

    @Test
    void refusesAnotherHitPolicy() {
        assertThat(goodModels().changed(TABLE, "UNIQUE", "FIRST").problems())
                .containsExactly("sampleTable.dmn sampleTable：命中策略应为 UNIQUE");
    }

    @Test
    void refusesARuleWithoutItsSource() {
        assertThat(goodModels().changed(TABLE, "<description>样例，待县里核定</description>", "").problems())
                .allMatch(problem -> problem.endsWith("规则没有注明依据（注释列）")).hasSize(2);
    }

    @Test
    void refusesARuleCodeUsedTwice() {
        assertThat(goodModels().changed(TABLE, "\"S-2\"", "\"S-1\"").problems())
                .containsExactly("sampleTable.dmn \"S-1\"：规则 id 与规则编号不得重复");
    }

    @Test
    void refusesAMissingForm() {
        assertThat(goodModels().without(FORM).problems())
                .containsExactly("SampleProcess.bpmn Task_AcceptCase：找不到表单 sampleForm.form");
    }

    @Test
    void refusesAMissingTable() {
        assertThat(goodModels().without(TABLE).problems())
                .containsExactly("SampleProcess.bpmn Task_SampleTable：找不到决策 sampleTable");
    }

    @Test
    void refusesAFieldOutsideTheAnswer() {
        assertThat(goodModels().changed(FORM, "sample.decision", "decision").problems())
                .containsExactly("sampleForm.form decision：字段的 key 应在答案变量 sample 之内");
    }

    @Test
    void refusesALooseBinding() {
        assertThat(goodModels().changed(DIAGRAM, " bindingType=\"deployment\"", "").problems())
                .containsExactlyInAnyOrder("SampleProcess.bpmn Task_AcceptCase：表单的绑定方式应为 deployment",
                        "SampleProcess.bpmn Task_SampleTable：决策 sampleTable 的绑定方式应为 deployment");
    }

    @Test
    void refusesAUserTaskWithoutAPerson() {
        assertThat(
                goodModels().changed(DIAGRAM, "<zeebe:assignmentDefinition assignee=\"=assignee\" />", "").problems())
                .containsExactly("SampleProcess.bpmn Task_AcceptCase：没有办理人（assignee）");
    }

    @Test
    void refusesAMessageThatNobodySends() {
        assertThat(goodModels().changed(DIAGRAM, "Msg_CaseReported", "Msg_Other").problems())
                .singleElement().asString().startsWith("SampleProcess.bpmn Message_CaseReported：没有谁发送消息 Msg_Other");
    }

    @ParameterizedTest
    @CsvSource({"Task_RegisterCase,Activity_0ab12cd", "Gateway_Accepted,Gateway_1x2y3z4",
            "EndEvent_CaseRefused,Task_CaseRefused", "SequenceFlow_AcceptedToClosed,Flow_1a2b3c4"})
    void refusesIdsThatSayNothing(String id, String other) {
        assertThat(goodModels().changed(DIAGRAM, id, other).problems())
                .singleElement().asString().startsWith("SampleProcess.bpmn " + other + "：id 应为");
    }

    @Test
    void refusesAnExpressionThatCannotBeRead() {
        assertThat(goodModels().changed(DIAGRAM, "=sample.decision = \"accept\"", "=sample.decision = ").problems())
                .anyMatch(problem -> problem.startsWith(
                        "SampleProcess.bpmn SequenceFlow_AcceptedToClosed：FEEL 表达式有误"));
    }

    @Test
    void refusesACellThatCannotBeRead() {
        assertThat(goodModels().changed(TABLE, "not(\"01-02\")", "not(\"01-02\"").problems())
                .anyMatch(problem -> problem.startsWith("sampleTable.dmn：不是合格的 DMN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DIAGRAM, TABLE, FORM})
    void refusesAFileNotNamedLikeItsModel(String file) {
        var other = "Other" + file.substring(file.lastIndexOf('.'));
        var models = goodModels();
        models.files.put(other, models.files.remove(file));
        assertThat(models.problems()).anyMatch(problem -> problem.startsWith(other) && problem.contains("与文件名相同"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DIAGRAM, TABLE, FORM})
    void refusesABrokenFile(String file) {
        var models = goodModels();
        var half = new String(models.files.get(file), 0, models.files.get(file).length / 2,
                StandardCharsets.ISO_8859_1);
        assertThat(models.with(file, half).problems()).anyMatch(problem -> problem.startsWith(file + "：不是合格的"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DIAGRAM, TABLE})
    void refusesAFileThatWantsAnother(String file) {
        var doctype = "?>\n<!DOCTYPE definitions [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>";
        assertThat(goodModels().changed(file, "?>", doctype).problems())
                .anyMatch(problem -> problem.startsWith(file + "：不是合格的 XML"))
                .noneMatch(problem -> problem.contains("root:"));
    }

    @Test
    void refusesAnEntityBombAtOnce() {
        var bomb = "?>\n<!DOCTYPE lolz [<!ENTITY a \"ha\">" + IntStream.range(0, 30).mapToObj(
                i -> "<!ENTITY a" + i + " \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">").collect(Collectors.joining()) + "]>";
        assertThat(goodModels().changed(DIAGRAM, "?>", bomb).problems())
                .anyMatch(problem -> problem.startsWith("SampleProcess.bpmn：不是合格的 XML"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DIAGRAM, TABLE})
    void refusesXmlThatIsNestedWithoutEnd(String file) {
        assertThat(goodModels().with(file, "<a>".repeat(50_000) + "</a>".repeat(50_000)).problems())
                .anyMatch(problem -> problem.startsWith(file + "：不是合格的 XML"));
    }

    @Test
    void refusesAnElementIdUsedTwice() {
        assertThat(goodModels().changed(DIAGRAM, "id=\"Gateway_Accepted\"", "id=\"Task_AcceptCase\"").problems())
                .anyMatch(problem -> problem.startsWith("SampleProcess.bpmn："));
    }

    @Test
    void refusesAFormIdUsedTwice() {
        assertThat(goodModels().changed(FORM, "Field_Decision", "Field_Card").problems())
                .containsExactly("sampleForm.form Field_Card：表单里有两个组件用了同一个 id");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(goodModels().with("Big.form", " ".repeat(1024 * 1024 + 1)).problems())
                .containsExactly("Big.form：文件超过 1 MB");
    }

    @Test
    void refusesWhatTheEngineWouldRefuse() {
        assertThat(goodModels().changed(DIAGRAM, "<zeebe:taskDefinition type=\"cases.registerCase\" />", "").problems())
                .isNotEmpty().allMatch(problem -> problem.startsWith("SampleProcess.bpmn Task_RegisterCase：引擎不接受"));
    }

    @Test
    void refusesFilesThatAreNoModels() {
        assertThat(goodModels().with("notes.txt", "x").problems()).isEqualTo(
                List.of("notes.txt：只接受 .bpmn、.dmn、.form 文件"));
    }
}
