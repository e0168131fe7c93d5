package io.gridloop.intake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The last word on every failed request that a program sent: a problem detail in Chinese, never a stack trace. */
public abstract class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** The database is away or too busy: the transaction was not begun or was rolled back. */
    @ExceptionHandler({
            CannotCreateTransactionException.class,
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class
    })
    public @Nullable ResponseEntity<Object> databaseAway(Exception cause, WebRequest request) throws Exception {
        LOG.warn("The database did not answer: {}", cause.getMessage());
        return handleException(ApiProblem.later(HttpStatus.SERVICE_UNAVAILABLE,
                "系统暂时不能保存，没有保存任何内容，请稍后原样重发。", PAUSE), request);
    }

    /** A mistake of ours: it goes to the log whole, and says nothing of itself outside. */
    @ExceptionHandler
    public @Nullable ResponseEntity<Object> unexpected(RuntimeException cause, WebRequest request) throws Exception {
        LOG.error("Unexpected failure of an interface for programs", cause);
        return handleException(ApiProblem.of(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错了，没有保存任何内容，请联系管理员。"),
                request);
    }

    /** What Spring itself refuses has words of its own in English. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception cause, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && !(cause instanceof ApiProblem)) {
            problem.setDetail(words(status.value()));
        }
        return super.handleExceptionInternal(cause, body, headers, status, request);
    }

    private static String words(int status) {
        return switch (status) {
            case 405 -> "这个地址不接受这种方法。";
            case 406 -> "只能回答application/json。";
            case 415 -> "请用Content-Type: application/json发送。";
            default -> "请求的格式不对，没有保存任何内容。";
        };
    }
}
