package io.gridloop.cases;

import io.gridloop.territory.Person;
import org.jspecify.annotations.Nullable;

/** Who did something, as the history names them. */
record Actor(@Nullable String login, String name) {

    /** gridloop itself. */
    static final Actor SYSTEM = new Actor(null, "系统");

    /** Whoever reported it; no name, the reporter is kept apart. */
    static final Actor REPORTER = new Actor(null, "反映人");

    static Actor of(Person person) {
        return new Actor(person.login(), describe(person));
    }

    /** Unit, role and name in Chinese. */
    static String describe(Person person) {
        return person.unit() + person.role().label() + person.name();
    }
}
