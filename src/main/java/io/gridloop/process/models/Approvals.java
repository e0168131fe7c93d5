package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.gridloop.cases.HumanTasks;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An approval and the service task that checks it find each other by their ids and by the name of the answer. */
final class Approvals implements ModelRule {

    private static final String CHECK = "cases.checkApproval";

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(Approvals::check);
    }

    private static Stream<Problem> check(Diagram diagram) {
        var approvals = diagram.all(UserTask.class).filter(task -> HumanTasks.approval(task.getId())).toList();
        var ids = approvals.stream().map(UserTask::getId).collect(Collectors.toSet());
        var answers = approvals.stream().filter(task -> !UserTasks.answers(task).equals(List.of("approval")))
                .map(task -> diagram.problem(task.getId(), "审批步骤的答案变量应为 approval"));
        var checks = diagram.all(ServiceTask.class).filter(Approvals::checks)
                .filter(task -> !matches(task, ids))
                .map(task -> diagram.problem(task.getId(), "id 应为 Task_Check 加审批步骤的 id 去掉 Task_ 的部分"));
        var unchecked = ids.stream().filter(id -> diagram.all(ServiceTask.class).noneMatch(
                task -> checks(task) && matches(task, Set.of(id))))
                .map(id -> diagram.problem(id, "审批步骤之后没有校验审批意见的任务（" + CHECK + "）"));
        return Stream.of(answers, checks, unchecked).flatMap(problems -> problems);
    }

    private static boolean checks(ServiceTask task) {
        return Diagram.extension(task, ZeebeTaskDefinition.class).filter(job -> CHECK.equals(job.getType()))
                .isPresent();
    }

    private static boolean matches(ServiceTask check, Set<String> approvals) {
        return HumanTasks.approvalCheckedBy(check.getId()).filter(approvals::contains).isPresent();
    }
}
