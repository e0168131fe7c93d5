package io.gridloop.bridge;

import io.gridloop.local.PlatformSettings;
import io.gridloop.local.PortUse;
import io.gridloop.local.SharedPlatform;
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
        PlatformSettings settings = SharedPlatform.engine().settings();
        return new EngineAddresses(
                URI.create(settings.url(PortUse.BROKER_GRPC)),
                URI.create(settings.url(PortUse.BROKER_REST)),
                URI.create(settings.url(PortUse.BROKER_MANAGEMENT)),
                URI.create(settings.url(PortUse.OPENSEARCH)));
    }
}
