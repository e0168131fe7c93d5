package io.gridloop.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.common.settings.Settings;

/** The OpenSearch node that keeps what Operate and Tasklist show; runs in a child JVM. */
final class OpenSearchNode {

    private OpenSearchNode() {}

    /** Arguments: base directory, HTTP port, transport port, refresh interval. */
    public static void main(String[] args) throws InterruptedException {
        Path base = Path.of(args[0]);
        OpenSearchRunner runner = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
        runner.onBuild((number, settings) -> configure(settings, args[1], args[2], args[3]));
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(base.toString())
                .clusterName("gridloop")
                .numOfNode(1)
                .useLogger()
                .pluginTypes(IndexStatePolicyPlugin.class.getName()));
        // The threads of a node are daemons: without this one the JVM would end.
        new CountDownLatch(1).await();
    }

    private static void configure(Settings.Builder settings, String httpPort, String transportPort, String refresh) {
        settings.put("network.host", Loopback.ADDRESS)
                .put("http.port", httpPort)
                .put("transport.port", transportPort)
                .put("discovery.type", "single-node")
                // People and tests wait for what the engine did to be found: do not let them wait a second more.
                .put("cluster.default.index.refresh_interval", refresh)
                // A warm start recovers a hundred small indices: by default four at a time.
                .put("cluster.routing.allocation.node_initial_primaries_recoveries", 100)
                // A nearly full disk must not turn the indices read-only on a developer's machine.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                // The serial collector waits until the heap is full; counted with its garbage, requests would be refused
                // (429) long before memory is short.
                .put("indices.breaker.total.use_real_memory", false);
    }

    private static void close(OpenSearchRunner runner) {
        try {
            runner.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
