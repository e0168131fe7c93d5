package io.gridloop.cases;

/** A report that cannot be accepted; the message is Chinese and can be shown to the person who sent it. */
public class InvalidReportException extends RuntimeException {

    private final String field;

    InvalidReportException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The component of {@link Report} that is wrong. */
    public String field() {
        return field;
    }
}
