package io.gridloop.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to list; what is nothing does not matter.
 *
 * @param actor exactly this login
 * @param subject exactly this subject
 * @param action exactly this action
 * @param from from the beginning of this day on, in the county's time
 * @param to to the end of this day
 */
record AuditFilter(@Nullable String actor, @Nullable String subject, @Nullable String action,
        @Nullable LocalDate from, @Nullable LocalDate to) {}
