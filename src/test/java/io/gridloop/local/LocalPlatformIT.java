package io.gridloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("alone")
class LocalPlatformIT {

    private static LocalPlatform platform;
    private static PlatformSettings settings;

    @BeforeAll
    static void start() {
        platform = SharedPlatform.get();
        settings = platform.settings();
    }

    @Test
    void answersOnNoAddressButLoopback() throws SocketException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            assertThat(usedPorts()).as("ports answering on %s", other).noneMatch(port -> answers(other, port));
        }
        assertThat(usedPorts()).allMatch(port -> answers(InetAddress.getLoopbackAddress(), port));
    }

    @Test
    void listensOnNoAddressButLoopback() {
        assumeTrue(ListeningSockets.known(), "only Linux tells where a process listens");
        List<ListeningSockets.Socket> sockets = platform.processes()
                .flatMap(process -> ListeningSockets.of(process.pid()).stream()).toList();
        assertThat(sockets).allMatch(ListeningSockets.Socket::isLoopback);
        assertThat(sockets).extracting(ListeningSockets.Socket::port).containsAll(usedPorts());
    }

    @Test
    void letsTheDemoUserIntoTasklistAndOperate() {
        Probe visitor = new Probe(settings.url(PortUse.WEBAPPS));
        assertThat(visitor.post("/v1/tasks/search", "{}")).isEmpty();
        assertThat(visitor.post("/api/login?username=demo&password=wrong", "")).isEmpty();
        assertThat(visitor.post("/api/login?username=demo&password=demo", "")).isPresent();
        assertThat(visitor.post("/v1/tasks/search", "{}")).isPresent();
        assertThat(visitor.post("/v1/process-instances/search", "{}")).isPresent();
    }

    @Test
    void indexesATaskThatWasCreatedAtAFullSecond() {
        Probe openSearch = new Probe(settings.url(PortUse.OPENSEARCH));
        String task = "{\"creationTime\": \"2026-11-23T21:06:55Z\", \"state\": \"CANCELED\"}";
        assertThat(openSearch.put("/tasklist-task-8.5.0_/_doc/full-second", task)).isPresent();
    }

    @Test
    void writesWhatIsCommittedToDisk() throws SQLException {
        try (Connection connection = DriverManager.getConnection(platform.jdbcUrl(), "gridloop", "gridloop")) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void stopsAndStartsTheBrokerAlone() {
        Set<Long> before = pids();
        platform.stopBroker();
        assertThat(answers(InetAddress.getLoopbackAddress(), settings.port(PortUse.BROKER_GRPC))).isFalse();
        assertThat(pids()).hasSize(before.size() - 1).isSubsetOf(before);
        platform.startBroker();
        assertThat(new Probe(settings.url(PortUse.BROKER_REST)).get("/v2/topology")).isPresent();
    }

    private static Set<Long> pids() {
        return platform.processes().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private static List<Integer> usedPorts() {
        return Stream.of(PortUse.values()).filter(use -> use != PortUse.GRIDLOOP).map(settings::port).toList();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (ResultSet result = connection.createStatement().executeQuery("SHOW " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
