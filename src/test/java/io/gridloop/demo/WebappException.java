package io.gridloop.demo;

/** Operate or Tasklist refused a call or could not be reached. */
final class WebappException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 300;

    private final int status;

    /** @param status the HTTP status; 0 when there was no answer */
    WebappException(String call, int status, String answer) {
        super("%s: %d %s".formatted(call, status, answer.substring(0, Math.min(MOST, answer.length()))));
        this.status = status;
    }

    /** Whether the login has run out or the person is not known (yet). */
    boolean isLoginNeeded() {
        return status == 401 || status == 403;
    }
}
