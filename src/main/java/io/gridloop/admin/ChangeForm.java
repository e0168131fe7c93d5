package io.gridloop.admin;

import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a change; every field is a text, and which of them count depends on the kind.
 *
 * @param kind a {@link FormKind}
 * @param login whom it is about
 * @param code the department it is about
 */
record ChangeForm(@Nullable String kind, @Nullable String login, @Nullable String name, @Nullable String role,
        @Nullable String grid, @Nullable String department, @Nullable String community, @Nullable String street,
        @Nullable String successor, @Nullable String replaces, @Nullable String standIn, @Nullable String from,
        @Nullable String to, @Nullable String reason, @Nullable String code, @Nullable String duties,
        @Nullable String into, @Nullable String post, @Nullable String number) {

    static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Where to go back to; the pages ask. */
    public String home() {
        if (!tidy(code).isEmpty()) {
            return "/admin/departments";
        }
        return switch (tidy(kind)) {
            case "post" -> "/admin/grids/" + tidy(grid);
            case "undo" -> "/admin/changes";
            case "join" -> "/admin/staff";
            default -> "/admin/staff/" + tidy(login);
        };
    }
}
