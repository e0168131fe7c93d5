package io.gridloop.photos;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photograph that was taken in.
 *
 * @param id random, nobody guesses it
 * @param caseId what it is attached to; nothing until then
 * @param kind what it shows
 * @param size bytes of the large picture
 * @param width pixels of the large picture
 * @param height pixels of the large picture
 * @param sha256 digest of the large picture in hexadecimal digits; the same for the same file brought again
 */
public record Photo(
        UUID id, @Nullable Long caseId, PhotoKind kind, long size, int width, int height, String sha256) {}
