package io.gridloop.cases;

import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did a task: the person who really completed it, as long as that is not known the one it was given to. */
@Component
class Actors {

    private final CaseTasks tasks;
    private final Territory territory;

    Actors(CaseTasks tasks, Territory territory) {
        this.tasks = tasks;
        this.territory = territory;
    }

    /** Who did this task last; gridloop itself when nobody ever had it. */
    Actor of(Case it, String task) {
        return of(it, task, 0);
    }

    /** Who did this task last for a part of the case. */
    Actor of(Case it, String task, long part) {
        return tasks.last(it.id(), task, part)
                .map(last -> named(last.completedBy() == null ? last.assignee() : last.completedBy()))
                .orElse(Actor.SYSTEM);
    }

    /** Unit, role and name of a login, or the bare login of somebody who is no member of staff. */
    Actor named(@Nullable String login) {
        return login == null || login.isEmpty()
                ? new Actor(null, "未登记的人员")
                : territory.person(login).map(Actor::of).orElseGet(() -> new Actor(login, "账号" + login));
    }

    /** The bare name. */
    String shortName(@Nullable String login) {
        return login == null
                ? named(null).name()
                : territory.person(login).map(Person::name).orElseGet(() -> named(login).name());
    }
}
