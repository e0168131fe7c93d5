package io.gridloop.cases;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Deadlines as people move them. */
@Service
public class Deadlines {

    /**
     * Gives a case that is being handled another deadline and publishes {@link DeadlineMoved}.
     *
     * @return why it cannot be done, in Chinese; empty when it was done
     */
    public Optional<String> move(String caseNumber, Instant newDueAt, String reason, String byLogin) {
        throw new UnsupportedOperationException();
    }
}
