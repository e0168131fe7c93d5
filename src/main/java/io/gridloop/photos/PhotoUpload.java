package io.gridloop.photos;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that somebody brings as a photograph. Neither its name nor its declared type is asked for: its bytes say what
 * it is.
 *
 * @param content read once, when its turn comes
 */
public record PhotoUpload(InputStreamSource content) {}
