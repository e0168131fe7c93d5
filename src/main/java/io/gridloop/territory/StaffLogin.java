package io.gridloop.territory;

/**
 * What is needed to check a log-in.
 *
 * @param login the name to log in with
 * @param name the Chinese name
 * @param role what they are
 * @param passwordHash with the algorithm in front, for example {@code {bcrypt}$2a$10$…}
 */
public record StaffLogin(String login, String name, StaffRole role, String passwordHash) {

    /** Without the hash, so that it never gets into a log. */
    @Override
    public String toString() {
        return "StaffLogin[" + login + "]";
    }
}
