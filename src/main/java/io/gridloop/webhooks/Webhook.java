package io.gridloop.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address of a program that is told of its cases.
 *
 * @param id never given again
 * @param keyId the key by which its program is known
 * @param url where the news go
 * @param createdBy login of the administrator
 * @param endedAt since when nothing goes there; nothing while it is in force
 * @param heardAt when it last took news; nothing before that
 * @param waiting cases whose news it has not taken yet
 * @param problem why it did not take the last of them
 */
record Webhook(long id, long keyId, String url, String createdBy, Instant createdAt, @Nullable Instant endedAt,
        @Nullable Instant heardAt, int waiting, @Nullable String problem) {

    /** Whether news still go there. */
    public boolean inForce() {
        return endedAt == null;
    }
}
