package io.gridloop.intake;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be answered: a problem detail (RFC 9457) whose {@code errors} name the fields. */
public class ApiProblem extends ErrorResponseException {

    /**
     * What is wrong with one field.
     *
     * @param field name of the property, parameter or header
     * @param reason in Chinese
     */
    public record Wrong(String field, String reason) {}

    private ApiProblem(HttpStatus status, String detail) {
        super(status);
        setDetail(detail);
    }

    /** With a sentence in Chinese and no fields. */
    public static ApiProblem of(HttpStatus status, String detail) {
        return new ApiProblem(status, detail);
    }

    /** All that is wrong, at once. */
    public static ApiProblem wrong(HttpStatus status, List<Wrong> errors) {
        var problem = new ApiProblem(status, "请求里有%d处不对，没有保存任何内容，请按errors逐项修改。".formatted(errors.size()));
        problem.getBody().setProperty("errors", errors);
        return problem;
    }

    /** One field of a request that cannot be read. */
    public static ApiProblem wrong(String field, String reason) {
        return wrong(HttpStatus.BAD_REQUEST, List.of(new Wrong(field, reason)));
    }

    /** Without a key that is in force (RFC 6750). */
    public static ApiProblem unknown() {
        var problem = new ApiProblem(HttpStatus.UNAUTHORIZED,
                "请在Authorization请求头里附上有效的密钥：Bearer 加空格加密钥。密钥由管理员发放。");
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gridloop\"");
        return problem;
    }

    /** The same request may be sent again after a pause. */
    public static ApiProblem later(HttpStatus status, String detail, Duration pause) {
        var problem = new ApiProblem(status, detail);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.toSeconds())));
        return problem;
    }
}
