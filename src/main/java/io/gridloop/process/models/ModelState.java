package io.gridloop.process.models;

/** What is known of the models in the engine. */
enum ModelState {
    /** Not deployed yet in this start. */
    WAITING,
    /** The engine has the shipped models. */
    DEPLOYED,
    /** The shipped models have problems, and none was ever deployed. */
    REFUSED,
    /** The shipped models have problems; those deployed earlier go on. */
    REFUSED_OLDER_RUNS;

    boolean open() {
        return this == DEPLOYED || this == REFUSED_OLDER_RUNS;
    }
}
