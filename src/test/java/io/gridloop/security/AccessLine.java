package io.gridloop.security;

import io.gridloop.territory.StaffRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A line of the access matrix.
 *
 * @param address method and pattern, for example {@code GET /cases/{caseNumber}}
 * @param open whether it needs no login
 * @param roles who may use it with a login
 * @param object what its first variable is: {@code case}, {@code receipt}, {@code static}, {@code other} or nothing
 */
record AccessLine(String address, boolean open, Set<StaffRole> roles, String object) {

    static final Path FILE = Path.of("src/test/resources/access-matrix.txt");

    static List<AccessLine> all() {
        try {
            return Files.readAllLines(FILE).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccessLine::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AccessLine of(String line) {
        var parts = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        return new AccessLine(parts.get(0).replaceAll(" +", " "), parts.get(1).equals("PUBLIC"), roles(parts.get(1)),
                parts.size() > 2 ? parts.get(2) : "");
    }

    private static Set<StaffRole> roles(String who) {
        return switch (who) {
            case "PUBLIC", "STAFF" -> EnumSet.allOf(StaffRole.class);
            case "CASES" -> EnumSet.complementOf(EnumSet.of(StaffRole.DESIGNER));
            case "NOBODY" -> EnumSet.noneOf(StaffRole.class);
            default -> EnumSet.copyOf(Arrays.stream(who.split(" +")).map(StaffRole::valueOf).toList());
        };
    }

    boolean has(String what) {
        return object.equals(what);
    }

    boolean isPost() {
        return !address.startsWith("GET ");
    }

    /** The path with its first variable replaced, and others by 1. */
    String path(String first) {
        return address.substring(address.indexOf(' ') + 1).replaceFirst("\\{[^}]*}", first)
                .replaceAll("\\{[^}]*}|\\*+", "1");
    }

    String method() {
        return address.substring(0, address.indexOf(' '));
    }
}
