package io.gridloop.process.changes;

import static io.gridloop.process.changes.WorkedChanges.approvalAdded;
import static io.gridloop.process.changes.WorkedChanges.overlappingRuleAdded;
import static io.gridloop.process.changes.WorkedChanges.ruleAdded;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.process.models.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two changes of the guide pass the check; the slips that designers make with them do not, and they read why. */
class WorkedChangesTests {

    @Test
    void acceptsAnAddedApproval() throws IOException {
        assertThat(approvalAdded().problems()).isEmpty();
        keep(approvalAdded());
    }

    @Test
    void acceptsAnAddedRule() throws IOException {
        assertThat(ruleAdded().problems()).isEmpty();
        keep(ruleAdded());
    }

    // Modeler leaves an empty mapping where a template's optional inputs are not filled in.
    @Test
    void acceptsWhatModelerWritesForATemplate() {
        var job = "<zeebe:taskDefinition type=\"cases.checkApproval\" retries=\"3\" />";
        assertThat(approvalAdded().with(job, job + "<zeebe:ioMapping />").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "cases.checkApproval"                | "cases.checkApprovals"           | Task_CheckDispatcherApproval：作业类型 cases.checkApprovals 没有对应的 worker
            formId="approveCase"                 | formId="approveDispatch"         | Task_DispatcherApproval：找不到表单 approveDispatch.form
            "approveCase" bindingType="deployment" | "approveCase"                  | Task_DispatcherApproval：表单的绑定方式应为 deployment
            name="同意" sourceRef                | sourceRef                        | SequenceFlow_ApprovalToDispatchCase：分支没有名称：写成对网关问题的回答
            name="审批结论？"                    | name=""                          | Gateway_Approval：网关没有名称：写成一个问题
            name="校验审批意见"                  | name=""                          | Task_CheckDispatcherApproval：没有名称：任务写成动词加对象，事件写成对象加状态
            SequenceFlow_ApprovalToDispatchCase  | Flow_0x1y2z3                     | Flow_0x1y2z3：id 应为 SequenceFlow_加大写开头的英文名，不用建模工具自动生成的 id
            =approvalResult = "agreed"           | =approvalResult =                | SequenceFlow_ApprovalToDispatchCase：FEEL 表达式有误
            target="approval"                    | target="decision"                | Task_DispatcherApproval：审批步骤的答案变量应为 approval
            "Task_CheckDispatcherApproval"       | "Task_CheckTheApproval"          | Task_CheckTheApproval：id 应为 Task_Check 加审批步骤的 id 去掉 Task_ 的部分
            "Task_DispatcherApproval"            | "Task_BossApproval"              | Task_BossApproval：没有谁会收到这个人工步骤
            default="SequenceFlow_ApprovalToDispatcherApproval" | ''                | 引擎不接受
            """)
    void refusesASlipAndSaysWhy(String right, String wrong, String message) {
        assertThat(approvalAdded().with(right, wrong).problems())
                .anyMatch(problem -> problem.startsWith("DispatchCaseProcess.bpmn") && problem.contains(message));
    }

    @Test
    void refusesAnApprovalWhoseFormWasNotSent() {
        var files = new TreeMap<>(ModelFiles.shipped());
        files.remove("approveCase.form");
        assertThat(approvalAdded().problems(files))
                .containsExactly("DispatchCaseProcess.bpmn Task_DispatcherApproval：找不到表单 approveCase.form");
    }

    @Test
    void refusesARuleThatOverlapsAnother() {
        assertThat(overlappingRuleAdded().problems()).containsExactly(
                "routeCase.dmn Rule_1201_A Rule_1201_C：规则重叠，同时命中：{category=12-01, handlingLevel=community}");
    }

    @Test
    void refusesARuleThatLeavesAGap() {
        assertThat(ruleAdded().with("UnaryTests_1201_C_handlingLevel\">\n          <text>\"community\"",
                "UnaryTests_1201_C_handlingLevel\">\n          <text>\"street\"").problems())
                .contains("routeCase.dmn routeCase：没有规则命中：{category=12-01, handlingLevel=community}");
    }

    @Test
    void refusesARuleWithoutItsSource() {
        assertThat(ruleAdded().with("<description>其他事项：网格长选社区的，由社区便民服务岗办理。样例，待县里核定</description>", "")
                .problems()).containsExactly("routeCase.dmn Rule_1201_C：规则没有注明依据（注释列）");
    }

    // For the pictures of the guide, and for bpmnlint by hand.
    private static void keep(Change change) throws IOException {
        var folder = Files.createDirectories(Path.of("target/worked-changes"));
        Files.writeString(folder.resolve(change.file()), change.text());
    }
}
