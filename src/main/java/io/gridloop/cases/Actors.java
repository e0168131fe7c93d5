package io.gridloop.cases;

import io.gridloop.territory.Territory;
import org.springframework.stereotype.Component;

/** Who had a task: the person it was given to when it was prepared. */
@Component
class Actors {

    private final Effects effects;
    private final Territory territory;

    Actors(Effects effects, Territory territory) {
        this.effects = effects;
        this.territory = territory;
    }

    /** The person who was given this task last; gridloop itself when nobody was. */
    Actor of(Case it, String task) {
        return effects.last(it.id(), task)
                .map(prepared -> String.valueOf(prepared.get("assignee")))
                .flatMap(territory::person)
                .map(Actor::of)
                .orElse(Actor.SYSTEM);
    }
}
