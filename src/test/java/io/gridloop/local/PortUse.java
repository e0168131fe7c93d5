package io.gridloop.local;

import java.util.Map;

/** Every port that the local platform listens on: who needs it, where it is by default, what moves it. */
public enum PortUse {
    /** PostgreSQL; moved by {@code gridloop.local.postgres.port}. */
    POSTGRES("PostgreSQL", "postgres.port", 25432),
    /** OpenSearch, HTTP; moved by {@code gridloop.local.opensearch.http-port}. */
    OPENSEARCH("OpenSearch", "opensearch.http-port", 29200),
    /** OpenSearch, transport; moved by {@code gridloop.local.opensearch.transport-port}. */
    OPENSEARCH_TRANSPORT("OpenSearch (transport)", "opensearch.transport-port", 29300),
    /** Camunda broker, gRPC; moved by {@code gridloop.local.broker.grpc-port}. */
    BROKER_GRPC("Camunda broker (gRPC)", "broker.grpc-port", 26500),
    /** Camunda broker, command API; moved by {@code gridloop.local.broker.command-port}. */
    BROKER_COMMAND("Camunda broker (command API)", "broker.command-port", 26501),
    /** Camunda broker, internal API; moved by {@code gridloop.local.broker.internal-port}. */
    BROKER_INTERNAL("Camunda broker (internal API)", "broker.internal-port", 26502),
    /** Camunda broker, REST; moved by {@code gridloop.local.broker.rest-port}. */
    BROKER_REST("Camunda broker (REST)", "broker.rest-port", 8080),
    /** Camunda broker, management; moved by {@code gridloop.local.broker.management-port}. */
    BROKER_MANAGEMENT("Camunda broker (management)", "broker.management-port", 9600),
    /** Operate and Tasklist; moved by {@code gridloop.local.webapps.port}. */
    WEBAPPS("Operate and Tasklist", "webapps.port", 8081),
    /** Operate and Tasklist, management; moved by {@code gridloop.local.webapps.management-port}. */
    WEBAPPS_MANAGEMENT("Operate and Tasklist (management)", "webapps.management-port", 9601),
    /** Operate and Tasklist, cluster; moved by {@code gridloop.local.webapps.cluster-port}. */
    WEBAPPS_CLUSTER("Operate and Tasklist (cluster)", "webapps.cluster-port", 26503),
    /** gridloop itself; moved by {@code gridloop.local.gridloop.port}. */
    GRIDLOOP("gridloop", "gridloop.port", 8090);

    private static final String PREFIX = "gridloop.local.";

    private final String user;
    private final String property;
    private final int standard;

    PortUse(String user, String property, int standard) {
        this.user = user;
        this.property = PREFIX + property;
        this.standard = standard;
    }

    /** Who listens on this port, in words. */
    public String user() {
        return user;
    }

    /** The system property that moves this port. */
    public String property() {
        return property;
    }

    /**
     * The port from the given properties, or the default.
     *
     * @throws PlatformFailure when the property is not a number from 1 to 65535
     */
    int from(Map<String, String> properties) {
        String text = properties.getOrDefault(property, String.valueOf(standard)).strip();
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new PlatformFailure(property + "=" + text + " is not a port: give a number from 1 to 65535.");
        }
        return port;
    }
}
