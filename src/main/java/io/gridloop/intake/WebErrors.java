package io.gridloop.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * What goes wrong on a page ends at {@link ErrorPage}, which speaks to people in Chinese and to programs in problem
 * details (RFC 9457). This class only decides the status.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class WebErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(WebErrors.class);
    private static final String SECONDS_UNTIL_RETRY = "30";

    /** The database is away or too busy: the transaction was not begun or was rolled back. */
    @ExceptionHandler({
            CannotCreateTransactionException.class,
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class
    })
    @Nullable
    ResponseEntity<Object> databaseAway(Exception cause, WebRequest request) {
        LOG.warn("The database did not answer: {}", cause.getMessage());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY);
        return handleExceptionInternal(cause, null, headers, HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    /** A form that should bring a file brings none, or broke off. */
    @ExceptionHandler(MultipartException.class)
    @Nullable
    ResponseEntity<Object> noUpload(MultipartException cause, WebRequest request) {
        return handleExceptionInternal(cause, null, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    /** A roll-back over a dead connection fails too, and its failure hides the first one. */
    @ExceptionHandler({JpaSystemException.class, TransactionSystemException.class})
    @Nullable
    ResponseEntity<Object> rollBackFailed(NestedRuntimeException cause, WebRequest request) {
        if (cause.contains(SQLException.class)) {
            return databaseAway(cause, request);
        }
        LOG.error("Unexpected failure of the database", cause);
        return handleExceptionInternal(cause, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        if (response == null || response.isCommitted()) {
            return null;
        }
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        return send(response, status.value());
    }

    private static @Nullable ResponseEntity<Object> send(HttpServletResponse response, int status) {
        try {
            response.sendError(status);
            return null;
        } catch (IOException e) {
            return ResponseEntity.status(status).build();
        }
    }
}
