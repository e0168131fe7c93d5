package io.gridloop.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the local platform is started.
 *
 * @param home directory of all data, logs and process ids
 * @param distribution the unpacked Camunda distribution
 * @param ports one port for each use, all on 127.0.0.1
 * @param fresh whether all data is wiped first
 * @param controlledClock whether tests may move the engine's clock (it moves forward only)
 * @param pace whom Operate and Tasklist serve
 */
public record PlatformSettings(
        Path home, Path distribution, Map<PortUse, Integer> ports, boolean fresh, boolean controlledClock,
        Pace pace) {

    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "gridloop");

    public PlatformSettings {
        home = home.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
    }

    /**
     * The lasting platform, under {@code .gridloop} of the working directory, as the system properties have it:
     * {@code gridloop.local.home}, {@code gridloop.local.distribution}, {@code gridloop.local.fresh} and the
     * properties of {@link PortUse}.
     *
     * @throws PlatformFailure when a port is not a number from 1 to 65535
     */
    public static PlatformSettings fromSystemProperties() {
        return from(System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty)));
    }

    /** A platform for tests: ports that are free now, fresh, with a clock that tests can move. */
    public static PlatformSettings forTests(Path home) {
        return new PlatformSettings(home, distribution(Map.of()), FreePorts.forEachUse(), true, true,
                Pace.PROMPT);
    }

    /** A platform for many cases at once: ports that are free now, fresh, with the clock of the machine. */
    public static PlatformSettings forMany(Path home) {
        return new PlatformSettings(home, distribution(Map.of()), FreePorts.forEachUse(), true, false, Pace.BULK);
    }

    static PlatformSettings from(Map<String, String> properties) {
        Map<PortUse, Integer> ports = new EnumMap<>(PortUse.class);
        for (PortUse use : PortUse.values()) {
            ports.put(use, use.from(properties));
        }
        Path home = Path.of(properties.getOrDefault("gridloop.local.home", ".gridloop"));
        boolean fresh = "true".equals(properties.get("gridloop.local.fresh"));
        return new PlatformSettings(home, distribution(properties), ports, fresh, false, Pace.PROMPT);
    }

    private static Path distribution(Map<String, String> properties) {
        String given = properties.get("gridloop.local.distribution");
        return given != null ? Path.of(given) : CACHE.resolve("camunda-zeebe-8.6.0");
    }

    /** The port of one use. */
    public int port(PortUse use) {
        return ports.get(use);
    }

    /** {@code 127.0.0.1:port} of one use. */
    public String address(PortUse use) {
        return Loopback.ADDRESS + ":" + port(use);
    }

    /** {@code http://127.0.0.1:port} of one use. */
    public String url(PortUse use) {
        return "http://" + address(use);
    }

    /** A directory that all platforms on this machine share, for what is unpacked once. */
    static Path cache() {
        return CACHE;
    }
}
