package io.gridloop.intake.open311;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be answered. The specification knows 404 for what does not exist, 403 for a missing or wrong
 * {@code api_key} and 400 for all else; beyond it stand 422 for a reused idempotency key, and 429 and 503, which say that
 * the same request may be sent again.
 */
class Refused extends RuntimeException {

    private final HttpStatus status;
    private final List<Problem> problems;
    private final Duration pause;

    /**
     * @param code the same number as the status
     * @param description for the person who uses the program, in Chinese
     */
    record Problem(int code, String description) {}

    private Refused(HttpStatus status, List<String> descriptions, Duration pause) {
        super(status + " " + descriptions);
        this.status = status;
        this.problems = descriptions.stream().map(it -> new Problem(status.value(), it)).toList();
        this.pause = pause;
    }

    static Refused of(HttpStatus status, String description) {
        return new Refused(status, List.of(description), Duration.ZERO);
    }

    static Refused notFound(String description) {
        return of(HttpStatus.NOT_FOUND, description);
    }

    /** All that is wrong, at once. */
    static Refused wrong(List<String> descriptions) {
        return new Refused(HttpStatus.BAD_REQUEST, descriptions, Duration.ZERO);
    }

    /** The same request may be sent again after a pause. */
    static Refused later(HttpStatus status, String description, Duration pause) {
        return new Refused(status, List.of(description), pause);
    }

    HttpStatus status() {
        return status;
    }

    List<Problem> errors() {
        return problems;
    }

    Duration pause() {
        return pause;
    }
}
