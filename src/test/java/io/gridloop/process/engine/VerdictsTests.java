package io.gridloop.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.ClientHttpException;
import io.grpc.Status;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class VerdictsTests {

    @ParameterizedTest
    @CsvSource({"ALREADY_EXISTS,DONE", "UNAVAILABLE,WAIT", "RESOURCE_EXHAUSTED,WAIT", "DEADLINE_EXCEEDED,WAIT",
            "INVALID_ARGUMENT,REFUSED", "NOT_FOUND,GONE", "INTERNAL,UNCLEAR"})
    void readsGrpc(Status.Code code, Verdict verdict) {
        assertThat(Verdicts.of(new CompletionException(code.toStatus().asRuntimeException()))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"409,DONE", "503,WAIT", "429,WAIT", "504,WAIT", "400,REFUSED", "404,GONE", "500,UNCLEAR"})
    void readsRest(int code, Verdict verdict) {
        assertThat(Verdicts.of(new CompletionException(new ClientHttpException(code, "")))).isEqualTo(verdict);
    }

    @Test
    void takesAnythingElseForUnclear() {
        assertThat(Verdicts.of(new IllegalStateException("bug"))).isEqualTo(Verdict.UNCLEAR);
        assertThat(Verdicts.of(null)).isEqualTo(Verdict.DONE);
    }
}
