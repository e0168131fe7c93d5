package io.gridloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformSettingsTests {

    @Test
    void listensWhereTheReadmeSays() {
        PlatformSettings settings = PlatformSettings.from(Map.of());
        assertThat(settings.url(PortUse.GRIDLOOP)).isEqualTo("http://127.0.0.1:8090");
        assertThat(settings.url(PortUse.WEBAPPS)).isEqualTo("http://127.0.0.1:8081");
        assertThat(settings.address(PortUse.BROKER_GRPC)).isEqualTo("127.0.0.1:26500");
        assertThat(settings.fresh()).isFalse();
        assertThat(settings.controlledClock()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(PortUse.class)
    void movesEachPortByOneProperty(PortUse use) {
        PlatformSettings settings = PlatformSettings.from(Map.of(use.property(), "45678"));
        assertThat(settings.port(use)).isEqualTo(45678);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "eighty", "99999999999999999999"})
    void refusesWhatIsNoPort(String text) {
        assertThatThrownBy(() -> PlatformSettings.from(Map.of(PortUse.WEBAPPS.property(), text)))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("gridloop.local.webapps.port")
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysWhichPortIsTakenByWhomItIsNeededAndWhatMovesIt() throws IOException {
        PlatformSettings settings = PlatformSettings.forTests(Path.of("target/none"));
        int port = settings.port(PortUse.BROKER_GRPC);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new PortCheck(settings).requireFree(List.of(PortUse.values())))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessage("Port %d is taken, and Camunda broker (gRPC) needs it: free it, or move it with "
                            + "-Dgridloop.local.broker.grpc-port=<port>.", taken.getLocalPort());
        }
        assertThatCode(() -> new PortCheck(settings).requireFree(List.of(PortUse.values()))).doesNotThrowAnyException();
    }

    @Test
    void refusesOnePortForTwo() {
        PlatformSettings settings = PlatformSettings.from(Map.of(PortUse.WEBAPPS.property(), "8080"));
        assertThatThrownBy(() -> new PortCheck(settings).requireFree(List.of()))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageStartingWith("Port 8080 is meant for both Camunda broker (REST) and Operate and Tasklist");
    }

    @Test
    void choosesADifferentFreePortForEachUse() {
        assertThat(PlatformSettings.forTests(Path.of("target/none")).ports().values())
                .hasSize(PortUse.values().length)
                .doesNotHaveDuplicates();
    }

    @Test
    void takesOverWhatWasGivenToMaven() {
        String property = "gridloop.local.test-only";
        try {
            MavenArguments.adopt(" -q -Dgridloop.local.test-only=17 -Dother=1 spring-boot:test-run");
            assertThat(System.getProperty(property)).isEqualTo("17");
            MavenArguments.adopt("-Dgridloop.local.test-only");
            assertThat(System.getProperty(property)).isEqualTo("17");
        } finally {
            System.clearProperty(property);
        }
    }
}
