package io.gridloop.territory;

/**
 * Somebody's name has changed. Published in the transaction of the change.
 *
 * @param login the name to log in with, which stays
 * @param name the new Chinese name
 */
public record StaffRenamed(String login, String name) {}
