package io.gridloop.demo;

/** Where the demo staff answers a task. */
enum DemoDoor {
    DESK, TASKLIST
}
