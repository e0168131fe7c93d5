package io.gridloop.partners;

/** Why a partner did not answer as it should; the message is for administrators, in Chinese, without key or address. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    /** What may have come of it over there. */
    enum Kind {
        /** Nothing, and trying again helps. */
        NOT_TAKEN,
        /** Nobody knows. */
        UNCLEAR,
        /** Nothing, and trying again does not help. */
        FOR_GOOD
    }

    private final Kind kind;

    Trouble(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Whether what was sent may be over there all the same. */
    boolean mayHaveArrived() {
        return kind == Kind.UNCLEAR;
    }

    /** Whether only a person can help. */
    boolean forGood() {
        return kind == Kind.FOR_GOOD;
    }

    /** The message, which is always there. */
    String words() {
        return String.valueOf(getMessage());
    }
}
