package io.gridloop.security;

import java.time.Instant;

/**
 * A login that nobody can use for a while.
 *
 * @param tries wrong tries in a row
 * @param until when it opens by itself
 */
record ClosedLogin(String login, int tries, Instant until) {}
