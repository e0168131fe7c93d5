package io.gridloop.territory;

/**
 * A member of staff as others see them.
 *
 * @param login the name to log in with, unique in the county
 * @param name the Chinese name
 * @param role what they are
 * @param unit display name of their grid, department or county office
 */
public record Person(String login, String name, StaffRole role, String unit) {}
