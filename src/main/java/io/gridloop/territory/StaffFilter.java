package io.gridloop.territory;

import org.jspecify.annotations.Nullable;

/**
 * Whom to list.
 *
 * @param text part of a name or login
 * @param role only this role
 * @param place code of a street, a community or a grid; who works in it
 * @param department code of a department; its handlers and those it sends
 * @param former true: those who have left instead of those who have not
 */
public record StaffFilter(@Nullable String text, @Nullable StaffRole role, @Nullable String place,
        @Nullable String department, boolean former) {}
