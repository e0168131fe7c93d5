package io.gridloop.audit;

import java.time.Instant;

/**
 * One line of the audit trail.
 *
 * @param id 1, 2, 3 … without gaps
 * @param at when, exact to the microsecond
 * @param actor login, or {@code system}
 * @param action dotted English code, for example {@code territory.transfer}
 * @param subject what it is about: a case number, a login, the code of a grid
 * @param detail one Chinese sentence, masked
 * @param previousHash hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 in hexadecimal over all of the above
 */
public record AuditEntry(long id, Instant at, String actor, String action, String subject, String detail,
        String previousHash, String hash) {

    static final String NOTHING_BEFORE = "0".repeat(64);

    boolean follows(long idBefore, String hashBefore) {
        return id == idBefore + 1 && previousHash.equals(hashBefore)
                && hash.equals(Hash.of(id, at, actor, action, subject, detail, previousHash));
    }
}
