package io.gridloop.territory;

/**
 * Somebody has another place, perhaps with other rights. Published in the transaction of the change.
 *
 * @param login the name to log in with
 */
public record StaffMoved(String login) {}
