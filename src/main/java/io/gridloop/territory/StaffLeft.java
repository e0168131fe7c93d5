package io.gridloop.territory;

/**
 * Somebody no longer works in the county. Published in the transaction of the change.
 *
 * @param login the name they logged in with
 */
public record StaffLeft(String login) {}
