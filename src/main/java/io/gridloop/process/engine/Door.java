package io.gridloop.process.engine;

/** Says whether the engine has models to start cases with. */
@FunctionalInterface
public interface Door {

    /** True once the engine has checked models, of this start or, when newer ones were refused, of an earlier one. */
    boolean open();
}
