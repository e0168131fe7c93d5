package io.gridloop.local;

/** The local platform cannot start; the message is one line that says what to do. */
public final class PlatformFailure extends RuntimeException {

    PlatformFailure(String message) {
        super(message);
    }

    PlatformFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
