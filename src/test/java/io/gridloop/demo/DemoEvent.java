package io.gridloop.demo;

/** Something that the plan lets happen once in a case's life. */
enum DemoEvent {
    RETURNED,
    /** The supervisor has urged. */
    URGED,
    /** The handler reads it in the history of the case. */
    URGE_READ
}
