package io.gridloop.cases;

import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose task it is, by the county as it stands today. */
@Component
class Assignees {

    private final Territory territory;
    private final Parts parts;
    private final Verifiers verifiers;

    Assignees(Territory territory, Parts parts, Verifiers verifiers) {
        this.territory = territory;
        this.parts = parts;
        this.verifiers = verifiers;
    }

    /** The person a new visit of the task is given to, for a part of the case or, with 0, for the whole. */
    Person of(Case it, String element, long part) {
        return parts.person(it, element, part).orElseGet(() -> of(it, element));
    }

    private Person of(Case it, String element) {
        return switch (element) {
            case "Task_ClassifyCase" -> territory.intakeOfficer();
            case "Task_AcceptCase" -> territory.leaderOf(it.gridCode());
            case "Task_VerifyCase" -> verifiers.verifier(it);
            case Inspecting.TASK -> verifiers.inspector(it);
            case "Task_AssignUnit" -> territory.dispatcher();
            case Handling.TASK, SigningFor.TASK, Replying.TASK -> handler(it).or(() -> named(it))
                    .orElseThrow(() -> new IllegalStateException(it.caseNumber() + " has no handler"));
            case "Task_SuperviseOverdue", "Task_ReviewReply" -> territory.supervisor();
            default -> approver(it, element);
        };
    }

    /** The person who would have an open task if it were given out now. */
    Person now(Case it, String element, long part) {
        return isHandlers(element) || element.equals(Replying.TASK)
                ? named(it).orElseGet(() -> of(it, element, part))
                : of(it, element, part);
    }

    /** Whether a task belongs to who handles the case. */
    static boolean isHandlers(String element) {
        return element.equals(Handling.TASK) || element.equals(SigningFor.TASK);
    }

    private Person approver(Case it, String element) {
        return switch (HumanTasks.approver(element).orElse("")) {
            case "Leader" -> territory.leaderOf(it.gridCode());
            case "Dispatcher" -> territory.dispatcher();
            case "Supervisor" -> territory.supervisor();
            default -> throw new IllegalArgumentException("Nobody is named for the task " + element);
        };
    }

    /** Who handles the case by its last dispatch. */
    private Optional<Person> named(Case it) {
        return Optional.ofNullable(it.handlerLevel())
                .map(level -> territory.handlerFor(it.gridCode(), level, it.handlerPost(), it.handlerLead()));
    }

    private Optional<Person> handler(Case it) {
        var login = Optional.ofNullable(it.handlerLogin());
        return it.handlerLevel() == null
                ? login.flatMap(territory::serving)
                : login.flatMap(known -> territory.stillHandling(known, it.gridCode(), it.handlerLevel(),
                        it.handlerLead()));
    }
}
