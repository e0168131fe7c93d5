package io.gridloop.faults;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A worker that meets a stall: its handler hangs longer than the job's time-out, as it would while PostgreSQL hangs, and
 * is quick again afterwards. The numbers are those with which camunda/camunda #60559 was found; it talks gRPC as
 * gridloop's workers do.
 */
final class WorkerWedge {

    static final int INSTANCES = 100;

    private static final int MOST_ACTIVE = 3;
    private static final int THREADS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration HANG = Duration.ofSeconds(10);
    private static final Duration STALL = Duration.ofSeconds(25);
    /** Without a completed job for so long the worker has stopped. */
    private static final Duration STANDSTILL = Duration.ofSeconds(40);

    private final URI grpc;
    private final URI rest;

    WorkerWedge(URI grpc, URI rest) {
        this.grpc = grpc;
        this.rest = rest;
    }

    /**
     * What came of it.
     *
     * @param finished of the {@value #INSTANCES} instances
     * @param handled how often the handler was called
     * @param seconds from the end of the stall to the last finished instance
     */
    record Outcome(int finished, int handled, double seconds) {}

    Outcome run(boolean streaming) throws InterruptedException {
        var name = streaming ? "streamingWedge" : "pollingWedge";
        try (var client = CamundaClient.newClientBuilder().grpcAddress(grpc).restAddress(rest)
                .preferRestOverGrpc(false).numJobWorkerExecutionThreads(THREADS).build()) {
            deployAndStart(client, name);
            return new Stall().of(client, name, streaming);
        }
    }

    private static void deployAndStart(CamundaClient client, String name) {
        var model = Bpmn.createExecutableProcess(name).startEvent()
                .serviceTask("Task_Hang", task -> task.zeebeJobType("faults." + name)).endEvent().done();
        client.newDeployResourceCommand().addProcessModel(model, name + ".bpmn").execute();
        IntStream.range(0, INSTANCES).forEach(i -> await().ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> client.newCreateInstanceCommand().bpmnProcessId(name).latestVersion().execute() != null));
    }

    private static final class Stall {

        private final Instant end = Instant.now().plus(STALL);
        private final AtomicInteger handled = new AtomicInteger();
        private final AtomicInteger finished = new AtomicInteger();
        private volatile Instant last = end;

        Outcome of(CamundaClient client, String name, boolean streaming) throws InterruptedException {
            try (var worker = client.newWorker().jobType("faults." + name).handler(this::handle).timeout(TIMEOUT)
                    .maxJobsActive(MOST_ACTIVE).streamEnabled(streaming).pollInterval(Duration.ofMillis(100)).open()) {
                while (finished.get() < INSTANCES && Instant.now().isBefore(last.plus(STANDSTILL))) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
                return new Outcome(finished.get(), handled.get(), Duration.between(end, last).toMillis() / 1000.0);
            }
        }

        private void handle(JobClient client, ActivatedJob job) throws InterruptedException {
            handled.incrementAndGet();
            if (Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(HANG.toMillis());
            }
            client.newCompleteCommand(job).send().whenComplete((done, gone) -> {
                if (gone == null) {
                    finished.incrementAndGet();
                    last = Instant.now().isAfter(end) ? Instant.now() : end;
                }
            });
        }
    }
}
