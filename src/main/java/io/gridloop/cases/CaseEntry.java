package io.gridloop.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of a case's history; the database refuses to change or delete it. */
@Entity
@Immutable
@Table(name = "case_entry")
class CaseEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_entry_seq")
    @SequenceGenerator(name = "case_entry_seq", allocationSize = 50)
    private long id;

    private long caseId;
    private Instant at;
    private String element;
    private @Nullable String actorLogin;
    private String actorName;
    private @Nullable String publicText;
    private @Nullable String internalText;

    CaseEntry(long caseId, Instant at, String element, Actor actor, @Nullable String publicText,
            @Nullable String internalText) {
        this.caseId = caseId;
        this.at = at;
        this.element = element;
        this.actorLogin = actor.login();
        this.actorName = actor.name();
        this.publicText = publicText;
        this.internalText = internalText;
    }

    @SuppressWarnings("NullAway")
    protected CaseEntry() {}

    long caseId() {
        return caseId;
    }

    Instant at() {
        return at;
    }

    String element() {
        return element;
    }

    String actorName() {
        return actorName;
    }

    @Nullable
    String publicText() {
        return publicText;
    }

    @Nullable
    String internalText() {
        return internalText;
    }
}
