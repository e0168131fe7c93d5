package io.gridloop.local;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Looks whether the ports are free before anything starts. */
final class PortCheck {

    private final PlatformSettings settings;

    PortCheck(PlatformSettings settings) {
        this.settings = settings;
    }

    /** @throws PlatformFailure naming the first of these ports that is taken or meant for two parts */
    void requireFree(Collection<PortUse> uses) {
        requireDistinct();
        uses.stream().filter(use -> !Loopback.isFree(settings.port(use))).findFirst().ifPresent(this::refuse);
    }

    private void refuse(PortUse use) {
        throw new PlatformFailure("Port %d is taken, and %s needs it: free it, or move it with -D%s=<port>."
                .formatted(settings.port(use), use.user(), use.property()));
    }

    private void requireDistinct() {
        Map<Integer, PortUse> seen = new HashMap<>();
        new EnumMap<>(settings.ports()).forEach((use, port) -> {
            PortUse first = seen.putIfAbsent(port, use);
            if (first != null) {
                throw new PlatformFailure("Port %d is meant for both %s and %s: move one with -D%s=<port>."
                        .formatted(port, first.user(), use.user(), use.property()));
            }
        });
    }
}
