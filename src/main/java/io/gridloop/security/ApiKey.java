package io.gridloop.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a program outside gridloop is known; the key itself is nowhere, see {@link ApiKeys}.
 *
 * @param id never given again
 * @param label who has it and for what, in the words of who created it
 * @param requestsPerMinute so many requests a minute it may make, at least 1
 * @param createdBy login of the administrator
 * @param createdAt when it was created
 * @param lastUsedAt when it was last used, to the minute; nothing before that
 * @param revokedAt since when it opens nothing; nothing while it is in force
 */
public record ApiKey(long id, String label, int requestsPerMinute, String createdBy, Instant createdAt,
        @Nullable Instant lastUsedAt, @Nullable Instant revokedAt) {

    /** The name by which cases know its program, the same at every door; at most 40 characters. */
    public String client() {
        return "key:" + id;
    }

    /** Whether it still opens anything. */
    public boolean inForce() {
        return revokedAt == null;
    }
}
