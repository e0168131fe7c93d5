package io.gridloop.bridge;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.DecisionSelectors.byId;
import static io.camunda.process.test.api.assertions.ElementSelectors.byName;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byParentProcessInstanceKey;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;

@ProcessTest
@SpringBootTest(classes = ProcessTestBridgeIT.Workers.class, webEnvironment = WebEnvironment.NONE)
class ProcessTestBridgeIT {

    @Autowired
    CamundaClient client;

    @Autowired
    CamundaProcessTestContext engine;

    @Autowired
    Clock clock;

    @Test
    void showsWhatAWorkerDid() {
        deploy(Samples.DOUBLING);

        ProcessInstanceEvent process = start("BridgeDoubling", Map.of("amount", 21));

        assertThat(process)
                .isCompleted()
                .hasVariable("doubled", 42)
                .hasVariableNames("amount", "doubled")
                .hasCompletedElementsInOrder("StartEvent_Asked", "Task_Double", "EndEvent_Doubled")
                .hasCompletedElements(byName("Double it"))
                .hasNoActiveIncidents();
    }

    @Test
    void showsWhatAMockedWorkerDid() {
        deploy(Samples.asking("bridge.mocked"));
        var worker = engine.mockJobWorker("bridge.mocked").thenComplete(Map.of("answer", "yes"));

        ProcessInstanceEvent process = start("BridgeAsking", Map.of());

        assertThat(process).isCompleted().hasVariable("answer", "yes");
        assertThat(worker.getInvocations()).isEqualTo(1);
    }

    @Test
    void completesAUserTaskThatAListenerPrepared() {
        deploy(Samples.ACCEPTING);
        engine.mockJobWorker("bridge.prepare")
                .thenComplete(Map.of("assignee", "wangxuan", "card", Map.of("text", "积水")));

        ProcessInstanceEvent process = start("BridgeAccepting", Map.of());

        assertThat(byElementId("Task_Accept", process.getProcessInstanceKey()))
                .isCreated()
                .hasName("Accept the case")
                .hasAssignee("wangxuan");
        assertThat(process)
                .hasActiveElementsExactly("Task_Accept")
                .hasLocalVariable("Task_Accept", "card", Map.of("text", "积水"));
        engine.completeUserTask(byElementId("Task_Accept"), Map.of("decision", "accept"));
        assertThat(process).isCompleted().hasVariable("decision", "accept");
        assertThat(byElementId("Task_Accept")).isCompleted();
    }

    @Test
    void firesATimerWhenTheClockMoves() {
        deploy(Samples.WATCHING);
        ProcessInstanceEvent process = start("BridgeWatching", Map.of("watch", "timer", "dueIn", "PT2H"));
        assertThat(process).hasActiveElements("Gateway_Wait").isWaitingForMessage("Msg_BridgeMoved", "timer");

        engine.increaseTime(Duration.ofHours(3));

        assertThat(process).isCompleted().hasCompletedElements("Event_Due").hasNotActivatedElements("Event_Moved");
    }

    @Test
    void movesTheApplicationsClockWithTheEngines() {
        Instant before = clock.instant();

        engine.increaseTime(Duration.ofMinutes(30));

        assertThat(clock.instant()).isCloseTo(before.plus(30, ChronoUnit.MINUTES), within(10, ChronoUnit.SECONDS));
        assertThat(clock.instant()).isCloseTo(engine.getCurrentTime(), within(2, ChronoUnit.SECONDS));
        assertThat(clock.getZone()).hasToString("Asia/Shanghai");
    }

    @Test
    void correlatesAMessage() {
        deploy(Samples.WATCHING);
        ProcessInstanceEvent process = start("BridgeWatching", Map.of("watch", "message", "dueIn", "PT200H"));
        assertThat(process).isWaitingForMessage("Msg_BridgeMoved");

        publish("Msg_BridgeMoved", "message", Map.of("moved", true));

        assertThat(process)
                .isCompleted()
                .hasCorrelatedMessage("Msg_BridgeMoved", "message")
                .hasCompletedElements("Event_Moved")
                .hasNotActivatedElements("Event_Due")
                .hasVariable("moved", true);
    }

    @Test
    void startsByAMessageAndLeavesByAMessageBoundary() {
        deploy(Samples.SUPERVISING);

        publish("Msg_BridgeOverdue", "7", Map.of("caseId", 7));
        assertThat(byProcessId("BridgeSupervising"))
                .hasCorrelatedMessage("Msg_BridgeOverdue")
                .hasActiveElementsExactly("Task_Supervise")
                .isWaitingForMessage("Msg_BridgeLifted", "7");
        publish("Msg_BridgeLifted", "7", Map.of());

        assertThat(byProcessId("BridgeSupervising"))
                .isCompleted()
                .hasTerminatedElements("Task_Supervise")
                .hasCompletedElements("Event_Lifted");
    }

    @Test
    void showsAnIncidentAndItsEnd() {
        deploy(Samples.asking("=missing"));

        ProcessInstanceEvent process = start("BridgeAsking", Map.of());
        assertThat(process).hasActiveIncidents().hasActiveElements("Task_Ask");

        client.newSetVariablesCommand(process.getProcessInstanceKey()).variables(Map.of("missing", "bridge.late"))
                .execute();
        resolveIncidentOf(process);
        engine.completeJob("bridge.late");
        assertThat(process).isCompleted().hasNoActiveIncidents();
    }

    @Test
    void showsCalledProcessesTwoDeepAndATerminateEndEvent() {
        deploy(Samples.CASE_PROCESS);
        deploy(Samples.HANDLING);
        deploy(Samples.SUPERVISING_STEP);

        ProcessInstanceEvent process = start("BridgeCase", Map.of("caseId", 8));
        assertThat(process).hasActiveElementsExactly("Call_Handle");
        assertThat(byParentProcessInstanceKey(process.getProcessInstanceKey()))
                .hasActiveElementsExactly("Task_Handle", "Call_Supervise");
        assertThat(byProcessId("BridgeSupervisingStep")).hasActiveElements("Task_Supervise");
        engine.completeUserTask("Task_Handle", Map.of("result", "handled"));

        assertThat(process).isCompleted().hasVariable("result", "handled").hasCompletedElements("Call_Handle");
        assertThat(byProcessId("BridgeHandling")).isCompleted().hasTerminatedElements("Call_Supervise");
        assertThat(byProcessId("BridgeSupervisingStep")).isTerminated().hasTerminatedElements("Task_Supervise");
        assertThat(byElementId("Task_Supervise")).isCanceled();
    }

    @Test
    void showsWhichRulesOfADecisionMatched() {
        client.newDeployResourceCommand().addResourceStringUtf8(Samples.LEVEL_TABLE, "bridgeLevel.dmn").execute();
        deploy(Samples.DECIDING);

        ProcessInstanceEvent process = start("BridgeDeciding", Map.of("category", "05-01"));

        assertThat(process).isCompleted().hasVariable("level", Map.of("level", "department", "ruleCode", "R1"));
        assertThat(byId("bridgeLevel", process.getProcessInstanceKey()))
                .isEvaluated()
                .hasOutput(Map.of("level", "department", "ruleCode", "R1"))
                .hasMatchedRules(1);
    }

    @RepeatedTest(3)
    void startsEveryTestWithAnEmptyEngine() {
        deploy(Samples.SUPERVISING_STEP);

        ProcessInstanceEvent left = start("BridgeSupervisingStep", Map.of("caseId", 9));

        assertThat(left).isActive();
        var all = client.newProcessInstanceSearchRequest().execute().items();
        assertThat(all).singleElement().matches(only -> only.getProcessInstanceKey() == left.getProcessInstanceKey());
    }

    @Test
    void keepsAVariableOfAnyLengthWhole() {
        deploy(Samples.SUPERVISING_STEP);
        String text = "长".repeat(20_000);

        ProcessInstanceEvent process = start("BridgeSupervisingStep", Map.of("caseId", 10, "text", text));

        assertThat(process).hasVariable("text", text);
    }

    @Test
    @DisabledIfSystemProperty(named = "camunda.process-test.runtime-mode", matches = "managed")
    void makesTheEngineForgetTheIdsOfOldMessages() {
        publishOnce("first");
        assertThatThrownBy(() -> publishOnce("again")).hasMessageContaining("ALREADY_EXISTS");

        SharedEngine.clear();

        publishOnce("after");
    }

    private void publishOnce(String text) {
        client.newPublishMessageCommand()
                .messageName("Msg_BridgeKept")
                .correlationKey("1#1")
                .messageId("1#1")
                .timeToLive(Duration.ofHours(1))
                .variables(Map.of("text", text))
                .execute();
    }

    private void resolveIncidentOf(ProcessInstanceEvent process) {
        client.newIncidentSearchRequest()
                .filter(filter -> filter.processInstanceKey(process.getProcessInstanceKey()))
                .execute()
                .items()
                .forEach(incident -> client.newResolveIncidentCommand(incident.getIncidentKey()).execute());
    }

    private void deploy(BpmnModelInstance model) {
        client.newDeployResourceCommand().addProcessModel(model, Samples.idOf(model) + ".bpmn").execute();
    }

    private ProcessInstanceEvent start(String process, Map<String, Object> variables) {
        return client.newCreateInstanceCommand().bpmnProcessId(process).latestVersion().variables(variables).execute();
    }

    private void publish(String message, String key, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(key)
                .timeToLive(Duration.ofSeconds(10))
                .variables(variables)
                .execute();
    }

    /** The starter calls workers by reflection: the class and the method must be public. */
    public static class Workers {

        // A stream of an earlier test's client can be pushed the job of the next test; polling cannot lose it.
        @JobWorker(type = "bridge.double", streamEnabled = false)
        public Map<String, Object> twice(@Variable int amount) {
            return Map.of("doubled", 2 * amount);
        }

        // Without a registry the starter's metrics fail, and with them, unseen, every worker.
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
