package io.gridloop.process.models;

/** What is known of the models in the engine. */
enum ModelState {
    /** Not deployed yet in this start. */
    WAITING,
    /** The engine has older models of the door; the present ones are on their way. */
    BEHIND,
    /** The engine has the present models. */
    DEPLOYED,
    /** The shipped or approved models have problems, and none was ever deployed. */
    REFUSED,
    /** The shipped or approved models have problems; those deployed earlier go on. */
    REFUSED_OLDER_RUNS;

    boolean open() {
        return this == BEHIND || this == DEPLOYED || this == REFUSED_OLDER_RUNS;
    }
}
