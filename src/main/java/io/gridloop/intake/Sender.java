package io.gridloop.intake;

import io.gridloop.cases.SourceChannel;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a report page.
 *
 * @param prefix keeps the keys of the pages apart
 * @param channel the way the matter came in
 * @param login the member of staff, null for a resident
 */
record Sender(String prefix, SourceChannel channel, @Nullable String login) {

    static Sender resident() {
        return new Sender("web", SourceChannel.RESIDENT_WEB, null);
    }

    /** Whoever saved a report on a phone; nobody is logged in there. */
    static Sender queue() {
        return new Sender("queued", SourceChannel.RESIDENT_WEB, null);
    }

    static Sender staff(SourceChannel channel, String login) {
        return new Sender("staff", channel, login);
    }
}
