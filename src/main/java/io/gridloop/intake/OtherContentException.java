package io.gridloop.intake;

/** A file that is not the one it was said to be. */
class OtherContentException extends RuntimeException {}
