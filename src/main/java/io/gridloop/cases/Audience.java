package io.gridloop.cases;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for {@link PublishedCases}.
 *
 * @param client the program that asks, see {@link Program#client}; nothing for somebody unknown
 * @param openClasses two-digit major classes of categories that are open to everybody; none when everybody sees
 *     nothing but the cases of their own program
 */
public record Audience(@Nullable String client, Set<String> openClasses) {

    /** Whether the case came from the program that asks. */
    boolean sent(Case it) {
        return client != null && client.equals(it.origin().client());
    }
}
