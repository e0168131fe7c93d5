package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import io.gridloop.cases.HumanTasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every human step has a form, a person whom gridloop can name, a prepared case card and exactly one answer. */
final class UserTasks implements ModelRule {

    private static final String PREPARE = "cases.prepareTask";
    private static final String FINISH = "cases.finishTask";

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(diagram -> diagram.all(UserTask.class)
                .flatMap(task -> faults(task, models).map(fault -> diagram.problem(task.getId(), fault))));
    }

    private static Stream<String> faults(UserTask task, Models models) {
        return Stream.of(
                fault(HumanTasks.known(task.getId()), "没有谁会收到这个人工步骤：已有步骤的 id 不能改；"
                        + "新加的审批步骤，id 应为 Task_LeaderApproval（网格长）、Task_DispatcherApproval（派遣员）"
                        + "或 Task_SupervisorApproval（督办员），后面可加大写开头的英文名"),
                fault(Diagram.extension(task, ZeebeUserTask.class).isPresent(), "应为 Camunda 用户任务（zeebe:userTask）"),
                form(task, models),
                fault(assigned(task), "没有办理人（assignee）"),
                fault(listens(task, ZeebeExecutionListenerEventType.start, PREPARE), "缺少开始监听器 " + PREPARE),
                fault(listens(task, ZeebeExecutionListenerEventType.end, FINISH), "缺少结束监听器 " + FINISH),
                fault(answers(task).size() == 1, "应恰有一个输出映射：表单的答案变量")).flatMap(Optional::stream);
    }

    /** Names of the variables that the task hands out. */
    static List<String> answers(UserTask task) {
        return Diagram.extensions(task, ZeebeIoMapping.class).flatMap(mapping -> mapping.getOutputs().stream())
                .map(output -> output.getTarget()).toList();
    }

    static Optional<String> formId(UserTask task) {
        return Diagram.extension(task, ZeebeFormDefinition.class).map(ZeebeFormDefinition::getFormId);
    }

    private static Optional<String> form(UserTask task, Models models) {
        var id = formId(task);
        if (id.isEmpty()) {
            return Optional.of("没有关联表单（formId）");
        }
        if (!models.hasForm(id.get())) {
            return Optional.of("找不到表单 " + id.get() + ".form");
        }
        return fault(Diagram.extension(task, ZeebeFormDefinition.class)
                .map(form -> form.getBindingType() == ZeebeBindingType.deployment).orElse(false),
                "表单的绑定方式应为 deployment");
    }

    private static boolean assigned(UserTask task) {
        return Diagram.extension(task, ZeebeAssignmentDefinition.class)
                .map(ZeebeAssignmentDefinition::getAssignee).filter(who -> !who.isBlank()).isPresent();
    }

    private static boolean listens(UserTask task, ZeebeExecutionListenerEventType event, String type) {
        return Diagram.extensions(task, ZeebeExecutionListeners.class)
                .flatMap(all -> all.getExecutionListeners().stream())
                .anyMatch(listener -> type.equals(listener.getType()) && listener.getEventType() == event);
    }

    private static Optional<String> fault(boolean good, String otherwise) {
        return good ? Optional.empty() : Optional.of(otherwise);
    }
}
