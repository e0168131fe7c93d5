package io.gridloop.intake;

/** A file that cannot be imported at all; the message is Chinese and says what to do. Nothing was saved. */
public class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportRefused(String reason) {
        super(reason);
    }

    /** Why the file was refused, in plain Chinese. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
