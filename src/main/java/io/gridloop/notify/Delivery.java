package io.gridloop.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message for one recipient through one channel.
 *
 * @param caseId the case; null for a digest
 * @param login whom it is for
 * @param recipient under which name the channel reaches them
 * @param about which case, in words
 * @param todo what is to be done, in Chinese
 * @param details more lines
 * @param path where in gridloop
 * @param urgent whether it may come at night
 * @param attempts how often it was tried in vain
 * @param lastError why, without address, key or number
 * @param createdAt when it was written
 */
record Delivery(
        long id,
        @Nullable Long caseId,
        String login,
        Channel channel,
        String recipient,
        String about,
        String todo,
        String details,
        String path,
        boolean urgent,
        int attempts,
        @Nullable String lastError,
        Instant createdAt) {}
