package io.gridloop.webhooks;

import io.gridloop.cases.PublishedCase;
import java.time.Instant;

/**
 * What an address is told, as the specification lays it out.
 *
 * @param type {@code case.updated} or {@code case.closed}
 * @param timestamp when it was written
 * @param data the case as the REST interface shows it
 */
record Message(String type, Instant timestamp, PublishedCase data) {

    static Message of(PublishedCase it, Instant now) {
        return new Message(it.closed() ? "case.closed" : "case.updated", now, it);
    }
}
