package io.gridloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ports that are free now, so that tests and a running local platform do not meet. */
final class FreePorts {

    private FreePorts() {}

    /** One free port for each use; held together while they are chosen, so that no two are the same. */
    static Map<PortUse, Integer> forEachUse() {
        Map<PortUse, Integer> ports = new EnumMap<>(PortUse.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (PortUse use : PortUse.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(Loopback.ADDRESS));
                held.add(socket);
                ports.put(use, socket.getLocalPort());
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
