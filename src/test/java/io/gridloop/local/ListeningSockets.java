package io.gridloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP sockets on which a process listens, as the Linux kernel has them. */
final class ListeningSockets {

    private static final String LISTENING = "0A";
    private static final Path PROC = Path.of("/proc");

    private ListeningSockets() {}

    static boolean known() {
        return Files.exists(PROC.resolve("net/tcp"));
    }

    /** The sockets of one process; an address is loopback in its IPv4, IPv6 or mapped form, or is not. */
    static List<Socket> of(long pid) {
        Set<String> inodes = inodes(PROC.resolve(String.valueOf(pid)).resolve("fd"));
        return Stream.of("net/tcp", "net/tcp6")
                .map(PROC::resolve)
                .filter(Files::exists)
                .flatMap(ListeningSockets::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words[3].equals(LISTENING) && inodes.contains("socket:[" + words[9] + "]"))
                .map(words -> Socket.parse(words[1]))
                .toList();
    }

    private static Set<String> inodes(Path descriptors) {
        try (Stream<Path> files = Files.list(descriptors)) {
            return files.map(ListeningSockets::target).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address as the kernel writes it (hexadecimal words in host order) and port. */
    record Socket(String address, int port) {

        static Socket parse(String text) {
            String[] parts = text.split(":");
            return new Socket(parts[0], HexFormat.fromHexDigits(parts[1]));
        }

        boolean isLoopback() {
            return address.equals("0100007F")
                    || address.equals("0000000000000000FFFF00000100007F")
                    || address.equals("00000000000000000000000001000000");
        }
    }
}
