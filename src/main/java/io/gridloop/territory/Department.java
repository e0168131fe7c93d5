package io.gridloop.territory;

/**
 * A department of the county.
 *
 * @param code unique, used by decision tables, for example {@code urbanManagement}
 * @param name the Chinese name
 * @param duties what it looks after, in Chinese
 */
public record Department(String code, String name, String duties) {}
