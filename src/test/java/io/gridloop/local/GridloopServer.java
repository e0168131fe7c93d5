package io.gridloop.local;

import io.gridloop.GridloopApplication;
import java.util.List;
import java.util.Map;

/** gridloop in a child JVM, so that it can be killed while its tests live. */
public final class GridloopServer {

    private static final int HEAP_MEGABYTES = 512;

    private final PlatformSettings settings;
    private final JvmPart part;

    GridloopServer(PlatformSettings settings, ChildProcesses children, Map<String, String> properties) {
        this.settings = settings;
        var jvm = new ChildJvm("gridloop", "gridloop", HEAP_MEGABYTES, System.getProperty("java.class.path"),
                List.of(settings.pace().compilers, "-Xshare:auto"), GridloopApplication.class.getName(), Map.of(),
                properties.entrySet().stream().map(it -> "--" + it.getKey() + "=" + it.getValue()).toList());
        var probe = new Probe(url());
        this.part = new JvmPart(jvm, settings.home(), children,
                () -> probe.get("/actuator/health/readiness").isPresent());
    }

    /** Starts it and returns when it is ready to work. */
    public void start() {
        part.start();
    }

    /** Kills it: no work is finished, no session kept. */
    public void kill() {
        part.kill();
    }

    /** Where it answers. */
    public String url() {
        return settings.url(PortUse.GRIDLOOP);
    }
}
