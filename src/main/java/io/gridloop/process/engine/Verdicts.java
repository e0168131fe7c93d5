package io.gridloop.process.engine;

import io.camunda.client.api.command.ClientHttpException;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** Reads the engine's errors, whether they came over gRPC or over REST. */
public final class Verdicts {

    private Verdicts() {}

    /** @param error what the client threw or completed with; null when it succeeded */
    public static Verdict of(@Nullable Throwable error) {
        if (error == null) {
            return Verdict.DONE;
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientHttpException http) {
                return ofHttp(http.code());
            }
        }
        return ofGrpc(Status.fromThrowable(error).getCode());
    }

    private static Verdict ofGrpc(Status.Code code) {
        return switch (code) {
            case OK, ALREADY_EXISTS -> Verdict.DONE;
            case UNAVAILABLE, RESOURCE_EXHAUSTED, DEADLINE_EXCEEDED, CANCELLED, ABORTED -> Verdict.WAIT;
            case NOT_FOUND -> Verdict.GONE;
            case INVALID_ARGUMENT, OUT_OF_RANGE, UNIMPLEMENTED -> Verdict.REFUSED;
            default -> Verdict.UNCLEAR;
        };
    }

    private static Verdict ofHttp(int code) {
        return switch (code) {
            case 409 -> Verdict.DONE;
            case 408, 429, 502, 503, 504 -> Verdict.WAIT;
            case 404 -> Verdict.GONE;
            case 400, 413, 422 -> Verdict.REFUSED;
            default -> Verdict.UNCLEAR;
        };
    }
}
