package io.gridloop.bridge;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;

/** Tiny processes with the patterns that real ones use. */
final class Samples {

    static final String LEVEL_TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="levels" name="Levels"
                namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="bridgeLevel" name="Level">
                <decisionTable id="table" hitPolicy="UNIQUE">
                  <input id="in"><inputExpression id="ie" typeRef="string"><text>category</text></inputExpression></input>
                  <output id="out1" name="level" typeRef="string"/>
                  <output id="out2" name="ruleCode" typeRef="string"/>
                  <rule id="r1">
                    <inputEntry id="i1"><text>"05-01"</text></inputEntry>
                    <outputEntry id="o1"><text>"department"</text></outputEntry>
                    <outputEntry id="o2"><text>"R1"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    static final BpmnModelInstance DOUBLING = Bpmn.createExecutableProcess("BridgeDoubling")
            .startEvent("StartEvent_Asked")
            .serviceTask("Task_Double", task -> task.name("Double it").zeebeJobType("bridge.double"))
            .endEvent("EndEvent_Doubled")
            .done();

    static final BpmnModelInstance ACCEPTING = Bpmn.createExecutableProcess("BridgeAccepting")
            .startEvent()
            .userTask("Task_Accept", task -> task.name("Accept the case")
                    .zeebeUserTask()
                    .zeebeStartExecutionListener("bridge.prepare")
                    .zeebeAssigneeExpression("assignee"))
            .endEvent()
            .done();

    static final BpmnModelInstance WATCHING = Bpmn.createExecutableProcess("BridgeWatching")
            .startEvent()
            .eventBasedGateway("Gateway_Wait")
            .intermediateCatchEvent("Event_Due", event -> event.timerWithDurationExpression("duration(dueIn)"))
            .endEvent()
            .moveToLastGateway()
            .intermediateCatchEvent("Event_Moved", event -> event.message(
                    message -> message.name("Msg_BridgeMoved").zeebeCorrelationKeyExpression("watch")))
            .endEvent()
            .done();

    static final BpmnModelInstance SUPERVISING = Bpmn.createExecutableProcess("BridgeSupervising")
            .startEvent("StartEvent_Overdue")
            .message("Msg_BridgeOverdue")
            .userTask("Task_Supervise", task -> task.zeebeUserTask())
            .boundaryEvent("Event_Lifted", event -> event.message(
                    message -> message.name("Msg_BridgeLifted").zeebeCorrelationKeyExpression("string(caseId)")))
            .endEvent()
            .moveToActivity("Task_Supervise")
            .endEvent()
            .done();

    static final BpmnModelInstance SUPERVISING_STEP = Bpmn.createExecutableProcess("BridgeSupervisingStep")
            .startEvent()
            .userTask("Task_Supervise", task -> task.zeebeUserTask())
            .endEvent()
            .done();

    static final BpmnModelInstance CASE_PROCESS = Bpmn.createExecutableProcess("BridgeCase")
            .startEvent()
            .callActivity("Call_Handle", call -> call.zeebeProcessId("BridgeHandling")
                    .zeebePropagateAllChildVariables(false)
                    .zeebeOutputExpression("result", "result"))
            .endEvent()
            .done();

    static final BpmnModelInstance HANDLING = Bpmn.createExecutableProcess("BridgeHandling")
            .startEvent()
            .parallelGateway("Gateway_Fork")
            .userTask("Task_Handle", task -> task.zeebeUserTask())
            .endEvent("EndEvent_Handled")
            .terminate()
            .moveToNode("Gateway_Fork")
            .callActivity("Call_Supervise", call -> call.zeebeProcessId("BridgeSupervisingStep"))
            .endEvent()
            .done();

    static final BpmnModelInstance DECIDING = Bpmn.createExecutableProcess("BridgeDeciding")
            .startEvent()
            .businessRuleTask("Task_Decide",
                    task -> task.zeebeCalledDecisionId("bridgeLevel").zeebeResultVariable("level"))
            .endEvent()
            .done();

    private Samples() {}

    static String idOf(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    /** Built for each job type, so its ids are given: versions of a process whose ids differ confuse coverage. */
    static BpmnModelInstance asking(String jobType) {
        return Bpmn.createExecutableProcess("BridgeAsking")
                .startEvent("StartEvent_Asked")
                .sequenceFlowId("Flow_Ask")
                .serviceTask("Task_Ask", task -> task.zeebeJobType(jobType))
                .sequenceFlowId("Flow_Answered")
                .endEvent("EndEvent_Answered")
                .done();
    }
}
