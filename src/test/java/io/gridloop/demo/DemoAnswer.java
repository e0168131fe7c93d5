package io.gridloop.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters in a form.
 *
 * @param variable the one variable that holds the answer
 * @param event what the staff must remember of it, so that it happens once; null for nothing
 */
record DemoAnswer(String variable, Map<String, Object> values, @Nullable DemoEvent event) {

    DemoAnswer(String variable, Map<String, Object> values) {
        this(variable, values, null);
    }
}
