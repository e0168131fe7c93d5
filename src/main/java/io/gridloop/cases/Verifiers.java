package io.gridloop.cases;

import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who looks at finished work: never who did it, nor who stands in for them or whom they stand in for. Verified by the
 * grid leader, else the manager of the community, else the county's supervisor; inspected on the spot by the grid's
 * full-time worker, else a part-time worker, else the manager of the community (样例，待县里核定).
 */
@Component
class Verifiers {

    private final Territory territory;

    Verifiers(Territory territory) {
        this.territory = territory;
    }

    /** Who decides whether the work is good. */
    Person verifier(Case it) {
        var leader = territory.leaderOf(it.gridCode());
        return Optional.of(leader).filter(person -> !did(it, person))
                .or(() -> territory.communityManagerOf(it.gridCode()).filter(person -> !did(it, person)))
                .orElseGet(territory::supervisor);
    }

    /** Who looks at it on the spot for the one who decides. */
    Person inspector(Case it) {
        var verifier = verifier(it);
        return territory.inspectorsOf(it.gridCode()).stream()
                .filter(person -> !did(it, person) && !person.login().equals(verifier.login()))
                .findFirst().orElseGet(territory::supervisor);
    }

    private boolean did(Case it, Person person) {
        var login = it.doneBy();
        return login != null && territory.answersFor(person.login(), login);
    }
}
