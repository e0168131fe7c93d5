package io.gridloop.photos;

/** A photograph that is not taken; the message is Chinese, says why and can be shown to who brought it. */
public class PhotoRefusedException extends RuntimeException {

    PhotoRefusedException(String reason) {
        super(reason);
    }

    PhotoRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why, in Chinese. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
