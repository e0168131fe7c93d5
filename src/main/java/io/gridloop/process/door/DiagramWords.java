package io.gridloop.process.door;

import java.util.Map;

/** What the parts of a diagram are called in Chinese; what is missing here keeps its English name. */
final class DiagramWords {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("process", "流程"), Map.entry("startEvent", "开始事件"), Map.entry("endEvent", "结束事件"),
            Map.entry("boundaryEvent", "边界事件"), Map.entry("intermediateCatchEvent", "中间捕获事件"),
            Map.entry("intermediateThrowEvent", "中间抛出事件"), Map.entry("userTask", "用户任务"),
            Map.entry("serviceTask", "服务任务"), Map.entry("businessRuleTask", "规则任务"),
            Map.entry("sendTask", "发送任务"), Map.entry("receiveTask", "接收任务"), Map.entry("scriptTask", "脚本任务"),
            Map.entry("manualTask", "手工任务"), Map.entry("task", "任务"), Map.entry("callActivity", "调用活动"),
            Map.entry("subProcess", "子流程"), Map.entry("exclusiveGateway", "排他网关"),
            Map.entry("parallelGateway", "并行网关"), Map.entry("inclusiveGateway", "相容网关"),
            Map.entry("eventBasedGateway", "事件网关"), Map.entry("sequenceFlow", "顺序流"),
            Map.entry("textAnnotation", "注释"), Map.entry("association", "关联线"), Map.entry("message", "消息"),
            Map.entry("error", "错误"), Map.entry("escalation", "升级"), Map.entry("signal", "信号"));

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("name", "名称"), Map.entry("isExecutable", "可执行"), Map.entry("default", "默认流"),
            Map.entry("sourceRef", "起点"), Map.entry("targetRef", "终点"), Map.entry("attachedToRef", "附着于"),
            Map.entry("cancelActivity", "中断"), Map.entry("conditionExpression", "条件"),
            Map.entry("documentation", "说明"), Map.entry("timeDuration", "计时（时长）"),
            Map.entry("timeDate", "计时（时刻）"), Map.entry("timeCycle", "计时（循环）"),
            Map.entry("taskDefinition.type", "作业类型"), Map.entry("taskDefinition.retries", "重试次数"),
            Map.entry("formDefinition.formId", "表单"), Map.entry("formDefinition.bindingType", "表单绑定方式"),
            Map.entry("assignmentDefinition.assignee", "办理人"),
            Map.entry("assignmentDefinition.candidateGroups", "候选组"),
            Map.entry("assignmentDefinition.candidateUsers", "候选人"),
            Map.entry("calledDecision.decisionId", "决策"), Map.entry("calledDecision.bindingType", "决策绑定方式"),
            Map.entry("calledDecision.resultVariable", "结果变量"), Map.entry("calledElement.processId", "调用的流程"),
            Map.entry("calledElement.bindingType", "流程绑定方式"), Map.entry("taskSchedule.dueDate", "到期时间"),
            Map.entry("taskSchedule.followUpDate", "跟进时间"), Map.entry("priorityDefinition.priority", "优先级"),
            Map.entry("messageEventDefinition.messageRef", "消息"), Map.entry("errorEventDefinition.errorRef", "错误"),
            Map.entry("subscription.correlationKey", "关联键"), Map.entry("script.expression", "脚本"),
            Map.entry("text", "文字"), Map.entry("errorCode", "错误码"), Map.entry("userTask", "Camunda 用户任务"),
            Map.entry("terminateEventDefinition", "终止事件"), Map.entry("messageRef", "消息"));

    private DiagramWords() {}

    static String type(String name) {
        return TYPES.getOrDefault(name, name);
    }

    static String property(String name) {
        return PROPERTIES.getOrDefault(name, name);
    }
}
