package io.gridloop.photos;

import org.jspecify.annotations.Nullable;

/**
 * What comes of a photograph that somebody brought.
 *
 * @param photo as it is kept
 * @param origin where it was shot, when the file said so
 */
public record TakenPhoto(Photo photo, @Nullable PhotoOrigin origin) {}
