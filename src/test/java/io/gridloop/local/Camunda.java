package io.gridloop.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The two JVMs of Camunda 8.6: the broker, and Operate with Tasklist. They cannot share one, because the web
 * applications' login would then guard the broker's REST address against the client.
 */
final class Camunda {

    private static final String BROKER = "broker";
    private static final String WEBAPPS = "webapps";
    private static final int BROKER_HEAP_MEGABYTES = 768;
    private static final int WEBAPPS_HEAP_MEGABYTES = 640;

    private final PlatformSettings settings;
    private final ChildProcesses children;

    Camunda(PlatformSettings settings, ChildProcesses children) {
        this.settings = settings;
        this.children = children;
    }

    /** @throws PlatformFailure when the distribution is not unpacked */
    static void requireDistribution(PlatformSettings settings) {
        if (!Files.isDirectory(settings.distribution().resolve("lib"))) {
            throw new PlatformFailure("Camunda is not unpacked in %s: run 'mvn generate-test-resources' once."
                    .formatted(settings.distribution()));
        }
    }

    JvmPart broker() {
        Probe probe = new Probe(settings.url(PortUse.BROKER_REST));
        ChildJvm jvm = jvm(BROKER, "Camunda broker", BROKER_HEAP_MEGABYTES, "StandaloneBroker", brokerEnvironment());
        return new JvmPart(jvm, settings.home(), children, () -> probe.get("/v2/topology")
                .filter(body -> body.contains("\"leader\"") && body.contains("\"healthy\""))
                .isPresent());
    }

    Part webapps() {
        Probe probe = new Probe(settings.url(PortUse.WEBAPPS));
        Probe openSearch = new Probe(settings.url(PortUse.OPENSEARCH));
        ChildJvm jvm = jvm(WEBAPPS, "Operate and Tasklist", WEBAPPS_HEAP_MEGABYTES, "StandaloneCamunda",
                webappsEnvironment());
        return new JvmPart(jvm, settings.home(), children,
                () -> loginOpensBoth(probe) && TasklistDates.mend(openSearch));
    }

    /** Ready means more than healthy: a person can log in, and both applications answer that person. */
    private static boolean loginOpensBoth(Probe probe) {
        return probe.post("/api/login?username=demo&password=demo", "").isPresent()
                && probe.post("/v1/tasks/search", "{}").isPresent()
                && probe.post("/v1/process-instances/search", "{}").isPresent();
    }

    private ChildJvm jvm(String name, String title, int heap, String mainClass, Map<String, String> environment) {
        Path distribution = settings.distribution();
        Path home = settings.home().resolve(name);
        return new ChildJvm(
                name,
                title,
                heap,
                distribution.resolve("lib") + "/*",
                List.of(
                        settings.pace().compilers,
                        "-Dapp.name=" + name,
                        "-Dapp.home=" + home,
                        "-Dbasedir=" + home,
                        "-Dlog4j2.disable.jmx=true",
                        "-Dlogging.config=" + LogSettings.file(settings.home()),
                        "-Dspring.config.additional-location=file:" + distribution.resolve("config") + "/"),
                "io.camunda.application." + mainClass,
                environment,
                List.of());
    }

    private Map<String, String> brokerEnvironment() {
        Map<String, String> environment = network(PortUse.BROKER_REST, PortUse.BROKER_MANAGEMENT);
        environment.put("SPRING_PROFILES_ACTIVE", "broker");
        environment.put("ZEEBE_CLOCK_CONTROLLED", String.valueOf(settings.controlledClock()));
        environment.put("ZEEBE_BROKER_DATA_DIRECTORY", settings.home().resolve("broker/data").toString());
        environment.put("ZEEBE_BROKER_NETWORK_HOST", Loopback.ADDRESS);
        environment.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", port(PortUse.BROKER_COMMAND));
        environment.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", port(PortUse.BROKER_INTERNAL));
        environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", Loopback.ADDRESS);
        environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", port(PortUse.BROKER_GRPC));
        // After a kill everything since the last snapshot is replayed; at the usual 5 minutes that takes a minute.
        environment.put("ZEEBE_BROKER_DATA_SNAPSHOTPERIOD", "1m");
        environment.put("CAMUNDA_REST_QUERY_ENABLED", "true");
        // By default the broker takes an answer that is slower than 200 ms for overload and goes down to one request at a
        // time: on two cores that do everything else too, it would stay there.
        environment.put("ZEEBE_BROKER_BACKPRESSURE_AIMD_REQUESTTIMEOUT", "2s");
        environment.put("ZEEBE_BROKER_BACKPRESSURE_AIMD_MINLIMIT", "20");
        environment.put("CAMUNDA_DATABASE_TYPE", "opensearch");
        environment.put("CAMUNDA_DATABASE_URL", settings.url(PortUse.OPENSEARCH));
        environment.putAll(exporter());
        return environment;
    }

    private Map<String, String> exporter() {
        String prefix = "ZEEBE_BROKER_EXPORTERS_OPENSEARCH_";
        return Map.of(
                prefix + "CLASSNAME", "io.camunda.zeebe.exporter.opensearch.OpensearchExporter",
                prefix + "ARGS_URL", settings.url(PortUse.OPENSEARCH),
                prefix + "ARGS_BULK_SIZE", String.valueOf(settings.pace().bulkSize),
                prefix + "ARGS_BULK_DELAY", "1",
                prefix + "ARGS_INDEX_NUMBEROFREPLICAS", "0");
    }

    private Map<String, String> webappsEnvironment() {
        Map<String, String> environment = network(PortUse.WEBAPPS, PortUse.WEBAPPS_MANAGEMENT);
        environment.put("SPRING_PROFILES_ACTIVE", "operate,tasklist,auth");
        // Without these the embedded gateway joins the cluster on 26502 of every interface.
        environment.put("ZEEBE_GATEWAY_CLUSTER_HOST", Loopback.ADDRESS);
        environment.put("ZEEBE_GATEWAY_CLUSTER_ADVERTISEDHOST", Loopback.ADDRESS);
        environment.put("ZEEBE_GATEWAY_CLUSTER_PORT", port(PortUse.WEBAPPS_CLUSTER));
        environment.put("ZEEBE_GATEWAY_NETWORK_HOST", Loopback.ADDRESS);
        environment.put("CAMUNDA_TASKLIST_ZEEBE_RESTADDRESS", settings.url(PortUse.BROKER_REST));
        environment.putAll(application("CAMUNDA_OPERATE_"));
        environment.putAll(application("CAMUNDA_TASKLIST_"));
        return environment;
    }

    private Map<String, String> application(String prefix) {
        return Map.of(
                prefix + "DATABASE", "opensearch",
                prefix + "OPENSEARCH_URL", settings.url(PortUse.OPENSEARCH),
                prefix + "ZEEBEOPENSEARCH_URL", settings.url(PortUse.OPENSEARCH),
                prefix + "ZEEBE_GATEWAYADDRESS", settings.address(PortUse.BROKER_GRPC),
                // API clients log in without a page that could hand them a token.
                prefix + "CSRFPREVENTIONENABLED", "false",
                // By default a page lags ten seconds behind the engine.
                prefix + "IMPORTER_READERBACKOFF", String.valueOf(settings.pace().restMillis),
                prefix + "IMPORTER_SCHEDULERBACKOFF", String.valueOf(settings.pace().restMillis));
    }

    private Map<String, String> network(PortUse server, PortUse management) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_ADDRESS", Loopback.ADDRESS);
        environment.put("SERVER_PORT", port(server));
        environment.put("MANAGEMENT_SERVER_ADDRESS", Loopback.ADDRESS);
        environment.put("MANAGEMENT_SERVER_PORT", port(management));
        return environment;
    }

    private String port(PortUse use) {
        return String.valueOf(settings.port(use));
    }
}
