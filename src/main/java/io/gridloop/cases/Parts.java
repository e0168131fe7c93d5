package io.gridloop.cases;

import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Parts of a case that run beside its handling: whose they are, and whether they are over. */
@Component
class Parts {

    private final Assistances assistances;
    private final Whistles whistles;
    private final Territory territory;

    Parts(Assistances assistances, Whistles whistles, Territory territory) {
        this.assistances = assistances;
        this.whistles = whistles;
        this.territory = territory;
    }

    /** Who has the part that a task is for, by the county as it stands today; empty for a task of the case as a whole. */
    Optional<Person> person(Case it, String element, long part) {
        return switch (element) {
            case Assisting.TASK -> Optional.of(from(it, assistances.find(part).orElseThrow().department()));
            case ReportingIn.TASK -> Optional.of(from(it, whistles.findCall(part).orElseThrow().department()));
            case ClosingWhistle.TASK -> Optional.of(territory.serving(whistles.find(part).orElseThrow().blownBy())
                    .orElseGet(() -> territory.leaderOf(it.gridCode())));
            default -> Optional.empty();
        };
    }

    /** Another person has it now. */
    void handOver(String element, long part, String login) {
        switch (element) {
            case Assisting.TASK -> assistances.handOver(part, login);
            case ReportingIn.TASK -> whistles.handOver(part, login);
            default -> {
                // Nothing is kept of the person.
            }
        }
    }

    /** Whether nobody waits for it any more, so that the engine is about to end its task. */
    boolean over(String element, long part) {
        return switch (element) {
            case Assisting.TASK -> !assistances.find(part).orElseThrow().open();
            case ReportingIn.TASK -> whistles.findCall(part).orElseThrow().state() != CallState.CALLED;
            case ClosingWhistle.TASK -> whistles.find(part).orElseThrow().state() != WhistleState.OPEN;
            default -> false;
        };
    }

    private Person from(Case it, String department) {
        return territory.handlerFor(it.gridCode(), "department", "", department);
    }
}
