package io.gridloop.demo;

/** Something that the plan lets happen once in a case's life. */
enum DemoEvent {
    RETURNED, URGED
}
