package io.gridloop.bridge;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The one engine that all process tests of this JVM share, and the bridge in front of it. */
final class EngineUnderTest {

    private static @Nullable EngineUnderTest shared;

    private final EngineAddresses addresses;
    private final ProcessTestBridge bridge;

    private EngineUnderTest(EngineAddresses addresses) {
        this.addresses = addresses;
        this.bridge = ProcessTestBridge.start(addresses);
    }

    static synchronized EngineUnderTest get() {
        if (shared == null) {
            shared = new EngineUnderTest(locate());
        }
        return shared;
    }

    EngineAddresses addresses() {
        return addresses;
    }

    ProcessTestBridge bridge() {
        return bridge;
    }

    private static EngineAddresses locate() {
        return new EngineAddresses(address("grpc"), address("rest"), address("management"), address("opensearch"));
    }

    private static URI address(String part) {
        return URI.create(System.getProperty("gridloop.test.engine." + part));
    }
}
