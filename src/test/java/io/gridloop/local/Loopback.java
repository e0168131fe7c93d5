package io.gridloop.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The one address that the local platform listens on. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    /** Whether nothing listens on the port now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(ADDRESS, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
