package io.gridloop.security;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is logged in.
 *
 * @param startedAt when they logged in
 * @param seenAt when they last did something, to the minute
 * @param address from where
 * @param browser what their browser says of itself
 */
record StaffSession(UUID id, Instant startedAt, Instant seenAt, String address, String browser) {}
