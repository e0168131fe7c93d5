package io.gridloop.cases;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what happened; nothing is ever taken back. */
@Component
class History {

    private final CaseEntries entries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    History(CaseEntries entries, ApplicationEventPublisher events, Clock clock) {
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param publicText what the resident reads, in Chinese; nothing when it does not concern them
     * @param internalText what staff read, in Chinese
     */
    void write(Case it, String element, Actor actor, @Nullable String publicText, @Nullable String internalText) {
        entries.save(new CaseEntry(it.id(), clock.instant(), element, actor, publicText, internalText));
        var client = it.origin().client();
        if (publicText != null && client != null) {
            events.publishEvent(new CaseTold(it.caseNumber(), client));
        }
    }
}
