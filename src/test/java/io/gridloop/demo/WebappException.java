package io.gridloop.demo;

/** gridloop, Operate or Tasklist refused a call or could not be reached. */
public final class WebappException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 300;

    private final int status;

    /** @param status the HTTP status; 0 when there was no answer */
    WebappException(String call, int status, String answer) {
        super("%s: %d %s".formatted(call, status, answer.substring(0, Math.min(MOST, answer.length()))));
        this.status = status;
    }

    /** The HTTP status in words; without an answer, whether nobody listened or nothing came in time. */
    public String kind() {
        if (status > 0) {
            return String.valueOf(status);
        }
        return getMessage().contains("Timeout") ? "timeout" : "no connection";
    }

    /** The HTTP status; 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** Whether the login has run out or the person is not known (yet). */
    public boolean isLoginNeeded() {
        return status == 401 || status == 403;
    }
}
