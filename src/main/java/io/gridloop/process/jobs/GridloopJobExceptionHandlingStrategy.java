package io.gridloop.process.jobs;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import io.gridloop.process.engine.Backoff;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one answer to a worker that threw. A fault of the surroundings costs no retry: the job comes back after a growing
 * pause until the surroundings are well. A {@link CamundaError} is what the worker meant. Anything else is a bug: it
 * uses up the retries and ends as an incident that says what to do, without a word of the case's content.
 */
@Component
class GridloopJobExceptionHandlingStrategy implements JobExceptionHandlingStrategy {

    private static final Logger log = LoggerFactory.getLogger(GridloopJobExceptionHandlingStrategy.class);

    private final CommandExceptionHandlingStrategy commandFailures;
    private final MetricsRecorder metrics;
    private final JobExceptionHandlingStrategy meant;
    private final InfrastructureFailures failures = new InfrastructureFailures();

    GridloopJobExceptionHandlingStrategy(CommandExceptionHandlingStrategy commandFailures, MetricsRecorder metrics) {
        this.commandFailures = commandFailures;
        this.metrics = metrics;
        this.meant = new DefaultJobExceptionHandlingStrategy(commandFailures, metrics);
    }

    @Override
    public void handleException(Exception error, ExceptionHandlingContext context) throws Exception {
        if (error instanceof CamundaError) {
            meant.handleException(error, context);
        } else if (InfrastructureFaults.causes(error)) {
            retryLater(error, context);
        } else {
            countDown(error, context);
        }
    }

    // The pause is kept here and the job handed back after it. What the broker is to give again by its own clock, after a
    // pause or a time-out, it may lose for ever when that happens to one job again and again (camunda #29735).
    private void retryLater(Exception error, ExceptionHandlingContext context) {
        var job = context.job();
        var pause = Backoff.SHORT.after(failures.add(job.getKey()), RandomGenerator.getDefault());
        log.warn("Job {} of type {} waits {} ms: {}", job.getKey(), job.getType(), pause.toMillis(), error.toString());
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> send(handBack(error, context), context));
    }

    private static FinalCommandStep<?> handBack(Exception error, ExceptionHandlingContext context) {
        return context.jobClient().newFailCommand(context.job().getKey()).retries(context.job().getRetries())
                .errorMessage("稍后再试（" + error.getClass().getSimpleName() + "）");
    }

    private void countDown(Exception error, ExceptionHandlingContext context) {
        var job = context.job();
        int left = Math.max(0, job.getRetries() - 1);
        log.error("Job {} of type {} failed, {} retries left", job.getKey(), job.getType(), left, error);
        send(context.jobClient().newFailCommand(job.getKey()).retries(left).errorMessage(advice(error, job)), context);
    }

    private static String advice(Exception error, ActivatedJob job) {
        return "步骤 " + job.getElementId() + " 的作业 " + job.getType() + " 执行出错（" + error.getClass().getSimpleName()
                + "），案件没有改动。请管理员按作业号 " + job.getKey() + " 查系统日志，排除原因后在 Operate 点“重试”（Retry）；"
                + "重试仍不成的，在 Operate 取消主流程实例，系统会另起一个实例，从案件所在的步骤继续。";
    }

    private void send(FinalCommandStep<?> command, ExceptionHandlingContext context) {
        var job = context.job();
        new CommandWrapper(command, job, commandFailures, metrics, context.jobWorkerValue().getMaxRetries())
                .executeAsyncWithMetrics(MetricsRecorder.METRIC_NAME_JOB, MetricsRecorder.ACTION_FAILED, job.getType());
    }
}
