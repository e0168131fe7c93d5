package io.gridloop.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.parameter.ParameterResolverStrategy;
import io.camunda.client.jobhandling.result.ResultProcessorStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.EngineLinks;
import io.gridloop.cases.LeftBehindException;
import io.gridloop.cases.Registering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The case has run 2; the engine could not end the instance of run 1. */
@SpringBootTest(properties = {
        "gridloop.territory.sample=true",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@Import({PostgresForTests.class, CaseWalk.class})
class CurrentRunWorkersTests {

    @Autowired
    CaseWalk walk;

    @Autowired
    EngineLinks links;

    @Autowired
    ObjectProvider<Registering> registering;

    private final List<Exception> refused = new ArrayList<>();
    private final List<ActivatedJob> worked = new ArrayList<>();
    private long caseId;

    @BeforeEach
    void aCaseThatWasTakenUpAnew() {
        caseId = walk.waitingForAcceptance();
        assertThat(links.restart(caseId, caseId * 10, "流程实例丢失")).isTrue();
    }

    @Test
    void leaveAJobOfTheOldInstanceAlone() throws Exception {
        work(Map.of("caseId", caseId, "run", 1));
        assertThat(worked).isEmpty();
        assertThat(refused).singleElement().isInstanceOf(LeftBehindException.class)
                .matches(InfrastructureFaults::causes, "comes back without costing a retry");
    }

    @Test
    void workForThePresentInstanceAndForDiagramsThatHandNoRunOn() throws Exception {
        work(Map.of("caseId", caseId, "run", 2));
        work(Map.of("caseId", caseId));
        assertThat(worked).hasSize(2);
        assertThat(refused).isEmpty();
    }

    private void work(Map<String, Object> variables) throws Exception {
        var job = mock(ActivatedJob.class);
        when(job.getVariablesAsMap()).thenReturn(variables);
        workers().ofCurrentRun(new JobWorkerValue(), (jobs, handed) -> worked.add(handed))
                .handle(mock(JobClient.class), job);
    }

    private CurrentRunWorkers workers() {
        return new CurrentRunWorkers(mock(CommandExceptionHandlingStrategy.class), mock(MetricsRecorder.class),
                mock(ParameterResolverStrategy.class), mock(ResultProcessorStrategy.class),
                mock(BackoffSupplier.class), (error, context) -> refused.add(error), registering);
    }
}
