package io.gridloop.territory;

/**
 * Somebody has joined the staff. Published in the transaction that stores them.
 *
 * @param login the name to log in with
 * @param name the Chinese name
 * @param passwordHash with the algorithm in front, for example {@code {bcrypt}$2a$10$…}
 */
public record StaffJoined(String login, String name, String passwordHash) {

    /** Without the hash, so that it never gets into a log. */
    @Override
    public String toString() {
        return "StaffJoined[" + login + "]";
    }
}
