package io.gridloop.cases;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the unit has signed for a case (签收), and until when it had to. */
@Embeddable
class Signature {

    private @Nullable Instant signDueAt;
    private @Nullable Instant signedAt;

    /** Login of the handler whom it was signed for; a stand-in may have done it. */
    private @Nullable String signedBy;
    private boolean signedAutomatically;

    void ask(Instant dueAt) {
        clear();
        signDueAt = dueAt;
    }

    void sign(@Nullable String login, Instant at) {
        signedBy = login;
        signedAt = at;
    }

    void signAutomatically(@Nullable String login, Instant at) {
        sign(login, at);
        signedAutomatically = true;
    }

    void clear() {
        signDueAt = null;
        signedAt = null;
        signedBy = null;
        signedAutomatically = false;
    }

    @Nullable
    Instant dueAt() {
        return signDueAt;
    }

    @Nullable
    Instant signedAt() {
        return signedAt;
    }

    /** Whether this handler need not sign any more. */
    boolean givenBy(String login) {
        return signedAt != null && login.equals(signedBy);
    }

    boolean automatic() {
        return signedAutomatically;
    }

    /** Whether it counts as not signed in time (签收不及时): signed too late, or by nobody. */
    boolean late() {
        return signedAutomatically || (signedAt != null && signDueAt != null && signedAt.isAfter(signDueAt));
    }
}
