package io.gridloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that are free now, so that tests and a running local platform do not meet. They lie below those that the system
 * gives to whoever asks for any: some are taken only minutes after they were chosen.
 */
final class FreePorts {

    private static final int FIRST = 15_000;
    private static final int BEFORE = 32_768;

    private FreePorts() {}

    /** One free port for each use; held together while they are chosen, so that no two are the same. */
    static Map<PortUse, Integer> forEachUse() {
        Map<PortUse, Integer> ports = new EnumMap<>(PortUse.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (PortUse use : PortUse.values()) {
                ServerSocket socket = hold();
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

    private static ServerSocket hold() throws IOException {
        while (true) {
            try {
                int port = ThreadLocalRandom.current().nextInt(FIRST, BEFORE);
                return new ServerSocket(port, 1, InetAddress.getByName(Loopback.ADDRESS));
            } catch (BindException e) {
                // Somebody has it: another one is drawn.
            }
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
