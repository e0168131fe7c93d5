package io.gridloop.process.jobs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.impl.CamundaObjectMapper;
import io.camunda.client.impl.response.ActivatedJobImpl;
import io.camunda.client.jobhandling.DefaultCommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy.ExceptionHandlingContext;
import io.camunda.client.metrics.DefaultNoopMetricsRecorder;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.gridloop.cases.CompleterUnknownException;
import io.gridloop.cases.Step;
import io.gridloop.cases.WithdrawnException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The real client talks to a stand-in of the engine's REST address. */
class GridloopJobExceptionHandlingStrategyTests {

    @RegisterExtension
    static final WireMockExtension ENGINE = WireMockExtension.newInstance().build();

    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor();
    private final GridloopJobExceptionHandlingStrategy strategy = new GridloopJobExceptionHandlingStrategy(
            new DefaultCommandExceptionHandlingStrategy(delay -> delay + 100, retries),
            new DefaultNoopMetricsRecorder());
    private CamundaClient client;

    @BeforeEach
    void engineAcceptsEverything() {
        ENGINE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        client = CamundaClient.newClientBuilder().restAddress(URI.create(ENGINE.baseUrl())).preferRestOverGrpc(true)
                .build();
    }

    @AfterEach
    void closeTheClient() {
        client.close();
        retries.shutdownNow();
    }

    static List<Exception> faultsOfTheSurroundings() {
        return List.of(new DataAccessResourceFailureException("connection refused"),
                new OptimisticLockingFailureException("changed meanwhile"), new QueryTimeoutException("too slow"),
                new CannotCreateTransactionException("no connection"),
                new IllegalStateException(new SocketTimeoutException("no answer")));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheSurroundings")
    void handsTheJobBackAfterAPauseAndTouchesNoRetryWhenTheSurroundingsFail(Exception fault) throws Exception {
        handedBackAfter(fault, 250);
        assertThat(ENGINE.getAllServeEvents()).as("nothing is left to the clock of the engine").hasSize(1);
    }

    @Test
    void handsTheJobOfAWithdrawnCaseBackUntilTheEngineEndsIt() throws Exception {
        handedBackAfter(new WithdrawnException("WZ26-000007-1"), 250);
    }

    @Test
    void handsTheEndOfATaskBackUntilItIsKnownWhoCompletedIt() throws Exception {
        handedBackAfter(new CompleterUnknownException(new Step(7, "Task_HandleCase", 77)), 250);
    }

    @Test
    void waitsLongerWhenTheSurroundingsFailAgain() throws Exception {
        for (int failure = 0; failure < 3; failure++) {
            strategy.handleException(new QueryTimeoutException("too slow"), context(3));
        }
        await().until(() -> ENGINE.getAllServeEvents().size() == 3);
        handedBackAfter(new QueryTimeoutException("too slow"), 2_000);
    }

    @Test
    void countsABugDownToAnIncidentThatSaysWhatToDo() throws Exception {
        var first = failureAfter(new IllegalStateException("bug"), 3);
        assertThat(first.path("retries").asInt()).isEqualTo(2);
        assertThat(first.path("retryBackOff").asLong()).isZero();
        var last = failureAfter(new IllegalStateException("张三 13800000000"), 1);
        assertThat(last.path("retries").asInt()).isZero();
        assertThat(last.path("errorMessage").asText()).contains("cases.closeCase", "请管理员", "重试", "取消主流程实例")
                .doesNotContain("张三").doesNotContain("\tat ");
    }

    @Test
    void passesABusinessErrorOn() throws Exception {
        strategy.handleException(CamundaError.bpmnError("Err_CaseClosed", "已结案"), context(3));
        assertThat(body(request("/v2/jobs/7/error")).path("errorCode").asText()).isEqualTo("Err_CaseClosed");
    }

    /** Not before so many milliseconds after the fault. */
    private void handedBackAfter(Exception fault, long least) throws Exception {
        long begin = System.nanoTime();
        var failure = failureAfter(fault, 3);
        assertThat((System.nanoTime() - begin) / 1_000_000).isGreaterThanOrEqualTo(least);
        assertThat(failure.path("retries").asInt()).isEqualTo(3);
        assertThat(failure.path("retryBackOff").asLong()).isZero();
        assertThat(failure.path("errorMessage").asText()).contains("稍后再试");
    }

    private JsonNode failureAfter(Exception fault, int retriesLeft) throws Exception {
        ENGINE.resetRequests();
        strategy.handleException(fault, context(retriesLeft));
        return body(request("/v2/jobs/7/failure"));
    }

    private ExceptionHandlingContext context(int retriesLeft) {
        var job = ActivatedJob.newBuilder().setKey(7).setType("cases.closeCase").setRetries(retriesLeft)
                .setDeadline(Long.MAX_VALUE).setVariables("{}").setCustomHeaders("{}").build();
        var worker = new JobWorkerValue();
        worker.setMaxRetries(0);
        return new ExceptionHandlingContext(client, new ActivatedJobImpl(new CamundaObjectMapper(), job), worker);
    }

    private static LoggedRequest request(String path) {
        return await().until(() -> ENGINE.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals(path)).findFirst(), found -> found.isPresent())
                .orElseThrow().getRequest();
    }

    private static JsonNode body(LoggedRequest request) throws Exception {
        return new ObjectMapper().readTree(request.getBody());
    }
}
