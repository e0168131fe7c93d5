package io.gridloop.cases;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** Somebody had a task of a case. */
@Entity
class CaseParty {

    @Embeddable
    record Key(long caseId, String login) {}

    @EmbeddedId
    private Key key;

    @SuppressWarnings("NullAway")
    protected CaseParty() {}
}
