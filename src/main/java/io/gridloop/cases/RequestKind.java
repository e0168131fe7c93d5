package io.gridloop.cases;

/** What somebody asks of a running deadline. */
public enum RequestKind {

    /** More time. */
    EXTENSION("延期"),
    /** No deadline for a time, because the cause lies outside of who handles the case. */
    SUSPENSION("挂账");

    private final String label;

    RequestKind(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }
}
