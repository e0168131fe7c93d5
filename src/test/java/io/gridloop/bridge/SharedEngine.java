package io.gridloop.bridge;

/** The engine that all test classes share, for those that use it without Process Test. */
public final class SharedEngine {

    private SharedEngine() {}

    /**
     * Ends what other test classes left. Each application context has a database of its own, whose case numbers start
     * again: the engine would refuse the start of a case whose number another context has used within the message's time
     * to live, or whose process instance still runs. Moves the engine's clock forward.
     */
    public static void clear() {
        EngineUnderTest.get().bridge().clear();
    }
}
