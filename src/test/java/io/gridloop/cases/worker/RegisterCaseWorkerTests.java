package io.gridloop.cases.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.Registering;
import io.gridloop.cases.Reporting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CasesTest
class RegisterCaseWorkerTests {

    private final CamundaClient engine = mock(CamundaClient.class, RETURNS_DEEP_STUBS);

    @Autowired
    private Registering registering;

    @Autowired
    private Reporting reporting;

    @Test
    void tellsWhatRoutesNext() {
        long caseId = reporting.accept(CaseWalk.aReport()).caseId();
        var result = new RegisterCaseWorker(registering, engine).register(job(1, 100), caseId, 1);
        assertThat(result).containsEntry("classified", true).containsEntry("handledOnSpot", false)
                .containsEntry("round", 1);
        verify(engine, never()).newCancelInstanceCommand(100);
    }

    @Test
    void cancelsAnInstanceThatIsOneTooMany() {
        long caseId = reporting.accept(CaseWalk.aReport()).caseId();
        var worker = new RegisterCaseWorker(registering, engine);
        worker.register(job(1, 100), caseId, 1);
        assertThat(worker.register(job(2, 200), caseId, 1)).isNull();
        verify(engine).newCancelInstanceCommand(200);
        verify(engine, never()).newCancelInstanceCommand(100);
    }

    private static ActivatedJob job(long elementInstanceKey, long processInstanceKey) {
        var job = mock(ActivatedJob.class);
        when(job.getElementId()).thenReturn("Task_RegisterCase");
        when(job.getElementInstanceKey()).thenReturn(elementInstanceKey);
        when(job.getProcessInstanceKey()).thenReturn(processInstanceKey);
        return job;
    }
}
