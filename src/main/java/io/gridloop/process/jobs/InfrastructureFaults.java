package io.gridloop.process.jobs;

import io.gridloop.cases.CompleterUnknownException;
import io.gridloop.cases.LeftBehindException;
import io.gridloop.cases.PartOverException;
import io.gridloop.cases.WithdrawnException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** Tells a fault of the surroundings, which heals by itself, from a bug, which does not. */
final class InfrastructureFaults {

    // A step of a withdrawn case, of a part that is over, or of a run that was left behind waits for the engine to end it,
    // the end of a task for the engine's record of it. Optimistic lock failures are transient data access failures in
    // Spring's terms.
    private static final List<Class<? extends Exception>> KINDS = List.of(
            DataAccessResourceFailureException.class, TransientDataAccessException.class,
            RecoverableDataAccessException.class, CannotGetJdbcConnectionException.class,
            CannotCreateTransactionException.class, TransactionTimedOutException.class, WithdrawnException.class,
            PartOverException.class, LeftBehindException.class, CompleterUnknownException.class,
            SQLTransientException.class, SQLRecoverableException.class, IOException.class, TimeoutException.class);

    private InfrastructureFaults() {}

    static boolean causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> KINDS.stream().anyMatch(kind -> kind.isInstance(cause)) || isDeadConnection(cause));
    }

    // A roll-back over a dead connection fails with a plain SQLException that hides the first one. The pool's own has
    // no state; class 08 is a lost connection, 57P a server that goes away.
    private static boolean isDeadConnection(Throwable cause) {
        return cause instanceof SQLException sql
                && (sql.getSQLState() == null || sql.getSQLState().startsWith("08")
                        || sql.getSQLState().startsWith("57P"));
    }
}
