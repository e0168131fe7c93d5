package io.gridloop.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the audit trail is as it was written.
 *
 * @param entries how many entries from the first on are right
 * @param brokenAt the id that the first wrong entry has or, where entries are missing, should have; nothing when all
 *     are right
 * @param lastHash hash of the last entry that is right. Who keeps it outside the database also sees entries cut off at
 *     the end
 */
public record ChainState(long entries, @Nullable Long brokenAt, String lastHash) {

    /** Whether nothing was changed, left out or put in between. */
    public boolean whole() {
        return brokenAt == null;
    }
}
