package io.gridloop.bridge;

/** A search asks for something that the bridge does not know. */
final class UnsupportedSearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedSearchException(String what) {
        super("The process test bridge does not support the search's " + what);
    }
}
