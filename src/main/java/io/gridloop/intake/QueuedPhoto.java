package io.gridloop.intake;

import java.util.UUID;

/**
 * A photograph of a report that waits on a phone.
 *
 * @param number its place among those of the report, from 1
 * @param digest SHA-256 of the file as it was sent, in hexadecimal digits
 * @param photoId the photograph that was made of it; gone when its report did not follow in time
 */
record QueuedPhoto(int number, String digest, UUID photoId) {}
