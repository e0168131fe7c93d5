package io.gridloop.walk;

/** What became of an answer. */
enum Taken {
    /** The visit is over. */
    YES,
    /** It was refused with a word, and the visit waits for another one. */
    NO,
    /** Somebody or something was faster. */
    GONE
}
