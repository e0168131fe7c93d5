package io.gridloop.local;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code -Dgridloop.…=…} that was given to {@code mvn spring-boot:test-run}. Maven keeps such properties to itself
 * and does not hand them to the process it starts; its script, however, exports its arguments.
 */
public final class MavenArguments {

    private static final Pattern PROPERTY = Pattern.compile("-D(gridloop[.][A-Za-z0-9.-]+)(?:=(\\S*))?");

    private MavenArguments() {}

    /** Takes over what is not set in this process; a property without a value is {@code true}, as in Maven. */
    public static void adopt() {
        adopt(System.getenv("MAVEN_CMD_LINE_ARGS"));
    }

    static void adopt(@Nullable String arguments) {
        PROPERTY.matcher(arguments == null ? "" : arguments).results().forEach(match -> {
            if (System.getProperty(match.group(1)) == null) {
                System.setProperty(match.group(1), match.group(2) == null ? "true" : match.group(2));
            }
        });
    }
}
