package io.gridloop.intake.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The last word on every failed request of this interface: the specification's errors, never a stack trace. */
@RestControllerAdvice(basePackageClasses = Open311Errors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Open311Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Open311Errors.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused why, HttpServletRequest request) {
        return Responses.refused(Format.ofAddress(request.getRequestURI()), why);
    }

    /** The database is away or too busy: the transaction was not begun or was rolled back. */
    @ExceptionHandler({
            CannotCreateTransactionException.class,
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class
    })
    ResponseEntity<byte[]> databaseAway(Exception cause, HttpServletRequest request) {
        LOG.warn("The database did not answer: {}", cause.getMessage());
        return refused(Refused.later(HttpStatus.SERVICE_UNAVAILABLE, "系统暂时不能保存，没有保存任何内容，请稍后用同一个Idempotency-Key重试",
                PAUSE), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(Exception cause, HttpServletRequest request) {
        LOG.error("Unexpected failure of Open311", cause);
        return refused(Refused.of(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错了，没有保存任何内容，请联系管理员"), request);
    }
}
