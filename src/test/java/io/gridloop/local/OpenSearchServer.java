package io.gridloop.local;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** OpenSearch, of which Camunda needs one node. */
final class OpenSearchServer {

    private static final String NAME = "opensearch";
    /** These would answer to log4j's API in place of log4j itself, which OpenSearch configures. */
    private static final String LOGGING_OF_GRIDLOOP = "(log4j-to-slf4j|logback-classic|logback-core)-.*[.]jar";

    private OpenSearchServer() {}

    static Part part(PlatformSettings settings, ChildProcesses children) {
        Path base = settings.home().resolve(NAME);
        ChildJvm jvm = new ChildJvm(
                NAME,
                "OpenSearch",
                settings.pace().indexHeapMegabytes,
                classPath(),
                List.of(settings.pace().compilers, "-Dlog4j2.disable.jmx=true"),
                OpenSearchNode.class.getName(),
                Map.of(),
                List.of(
                        base.toString(),
                        String.valueOf(settings.port(PortUse.OPENSEARCH)),
                        String.valueOf(settings.port(PortUse.OPENSEARCH_TRANSPORT)),
                        settings.pace().restMillis + "ms"));
        Probe probe = new Probe(settings.url(PortUse.OPENSEARCH));
        String health = "/_cluster/health?wait_for_status=yellow&timeout=1s";
        return new JvmPart(jvm, settings.home(), children, () -> probe.get(health).isPresent());
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(entry -> !entry.getFileName().toString().matches(LOGGING_OF_GRIDLOOP))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
