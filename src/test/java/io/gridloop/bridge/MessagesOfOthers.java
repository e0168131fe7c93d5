package io.gridloop.bridge;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets the start messages of other test classes expire. Each application context has a database of its own, whose case
 * numbers start again, and contexts come back from the cache in any order: the engine would refuse the start of a case
 * whose number another context has used within the message's time to live.
 */
final class MessagesOfOthers implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        if (!System.getProperty("camunda.process-test.runtime-mode", "remote").equalsIgnoreCase("managed")) {
            EngineUnderTest.get().bridge().expireMessages();
        }
    }
}
