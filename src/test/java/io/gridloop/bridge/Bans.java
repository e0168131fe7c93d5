package io.gridloop.bridge;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Bans process instances of the engine under test, as an administrator does. An 8.6.0 broker never ends them. */
public final class Bans {

    private static final Set<String> ENDLESS = ConcurrentHashMap.newKeySet();

    private Bans() {}

    /**
     * Bans an instance through the broker's management port.
     *
     * @param root the instance that called it, or itself: does not end either
     */
    public static void ban(long processInstanceKey, long root) {
        URI address = EngineUnderTest.get().addresses().management().resolve("/actuator/banning/" + processInstanceKey);
        int status = Web.send("POST", address, new byte[0]).statusCode();
        if (status != 204) {
            throw new IllegalStateException("The ban of " + processInstanceKey + " was answered with " + status);
        }
        ENDLESS.add(String.valueOf(root));
    }

    static boolean canEnd(String root) {
        return !ENDLESS.contains(root);
    }
}
