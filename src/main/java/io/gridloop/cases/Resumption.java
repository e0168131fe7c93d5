package io.gridloop.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a new process instance goes on with a case.
 *
 * @param element id of a flow node of {@code GridCaseProcess}
 * @param variables what the way there would have set
 */
public record Resumption(String element, Map<String, @Nullable Object> variables) {}
