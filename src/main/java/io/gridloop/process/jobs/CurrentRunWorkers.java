package io.gridloop.process.jobs;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy.ExceptionHandlingContext;
import io.camunda.client.jobhandling.JobWorkerManager;
import io.camunda.client.jobhandling.parameter.ParameterResolverStrategy;
import io.camunda.client.jobhandling.result.ResultProcessorStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import io.gridloop.cases.Registering;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Opens the workers of cases so that they work for the current run of a case only. A banned process instance cannot be
 * ended in 8.6.0, its jobs are handed out all the same, and what it called goes on.
 */
@Component
@Primary
class CurrentRunWorkers extends JobWorkerManager {

    private static final String OF_CASES = "cases.";
    /** The first ends an instance that is one too many; the last may come again when its case is reopened already. */
    private static final Set<String> OF_ANY_RUN = Set.of("cases.registerCase", "cases.closeCase");

    private final JobExceptionHandlingStrategy failures;
    private final ObjectProvider<Registering> registering;

    CurrentRunWorkers(CommandExceptionHandlingStrategy commandFailures, MetricsRecorder metrics,
            ParameterResolverStrategy parameters, ResultProcessorStrategy results, BackoffSupplier backoff,
            JobExceptionHandlingStrategy failures, ObjectProvider<Registering> registering) {
        super(commandFailures, metrics, parameters, results, backoff, failures);
        this.failures = failures;
        this.registering = registering;
    }

    @Override
    public JobWorker openWorker(CamundaClient client, JobWorkerValue worker, JobHandler handler) {
        if (!worker.getType().startsWith(OF_CASES) || OF_ANY_RUN.contains(worker.getType())) {
            return super.openWorker(client, worker, handler);
        }
        worker.setFetchVariables(
                Stream.concat(worker.getFetchVariables().stream(), Stream.of("caseId", "run")).distinct().toList());
        return super.openWorker(client, worker, ofCurrentRun(worker, handler));
    }

    JobHandler ofCurrentRun(JobWorkerValue worker, JobHandler handler) {
        return (jobs, job) -> {
            try {
                requireCurrent(job);
            } catch (RuntimeException e) {
                failures.handleException(e, new ExceptionHandlingContext(jobs, job, worker));
                return;
            }
            handler.handle(jobs, job);
        };
    }

    /** A diagram that hands no run on is trusted. */
    private void requireCurrent(ActivatedJob job) {
        var variables = job.getVariablesAsMap();
        if (variables.get("caseId") instanceof Number caseId && variables.get("run") instanceof Number run) {
            registering.getObject().requireCurrent(caseId.longValue(), run.intValue());
        }
    }
}
