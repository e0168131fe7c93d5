package io.gridloop.process.models;

/**
 * The engine has a version that did not come through the door.
 *
 * @param model id of the process, decision or form
 * @param expected the newest version of the door
 * @param found the version seen
 */
public record ForeignFound(String model, int expected, int found) {}
