package io.gridloop.territory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change in the log.
 *
 * @param actor login of who made it
 * @param subject login or department code that it was about
 * @param title what it was, in a few Chinese words
 * @param lines everything that it changed, one Chinese sentence each
 * @param undoneBy the change that took it back
 */
public record LoggedChange(long id, Instant at, String actor, ChangeKind kind, String subject, String title,
        List<String> lines, @Nullable Long undoneBy) {}
