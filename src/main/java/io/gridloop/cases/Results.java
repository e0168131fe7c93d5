package io.gridloop.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step hands back to its process; unlike {@link Map#of} it may hold null, which clears a variable. */
final class Results {

    private Results() {}

    /** A result of alternating names and values. */
    static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            result.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return result;
    }
}
