package io.gridloop.bridge;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Frees the engine from what other test classes left: contexts come back from the cache in any order. */
final class LeftByOthers implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        if (!System.getProperty("camunda.process-test.runtime-mode", "remote").equalsIgnoreCase("managed")) {
            SharedEngine.clear();
        }
    }
}
