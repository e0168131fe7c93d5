package io.gridloop.cases;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells other modules that a case was given to a unit, by publishing {@link CaseDispatched}. */
@Component
class DispatchNews {

    private static final int SHORTEST_NAME = 2;

    private final Places places;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DispatchNews(Places places, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.places = places;
        this.jdbc = jdbc;
        this.events = events;
    }

    void tell(Case it) {
        var hidden = reporter(it);
        var place = it.place();
        events.publishEvent(new CaseDispatched(it.id(), it.caseNumber(), visit(it), it.unit().lead(),
                it.category(), without(hidden, it.text()), without(hidden, places.label(it)), place.longitude(),
                place.latitude()));
    }

    /** Not the key of the watch: that changes when only the engine had to begin anew. */
    private static String visit(Case it) {
        return "%d#%d#%d".formatted(it.id(), it.reopened(), it.round());
    }

    /** Name and contact, as far as they were given. */
    private List<String> reporter(Case it) {
        return jdbc.sql("select coalesce(name, '') as name, coalesce(contact, '') as contact"
                + " from case_reporter where case_id = ?").param(it.id())
                .query((row, i) -> List.of(row.getString("name"), row.getString("contact")))
                .optional().orElse(List.of());
    }

    private static String without(List<String> hidden, String text) {
        var left = text;
        for (var word : hidden) {
            left = word.length() < SHORTEST_NAME ? left : left.replace(word, "（反映人）");
        }
        return Masking.mask(left);
    }
}
