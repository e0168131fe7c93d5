package io.gridloop.local;

import static java.util.Map.entry;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Everything that gridloop needs, on one machine without Docker: PostgreSQL, OpenSearch, the Camunda broker, Operate
 * and Tasklist, all on 127.0.0.1. Start it with {@link #start}, end it with {@link #close}.
 */
public final class LocalPlatform implements AutoCloseable {

    private final PlatformSettings settings;
    private final Progress progress;
    private final HomeLock lock;
    private final ChildProcesses children;
    private final PostgresServer postgres;
    private final Part openSearch;
    private final JvmPart broker;
    private final Part webapps;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalPlatform(PlatformSettings settings, PrintStream out) {
        this.settings = settings;
        this.progress = new Progress(out);
        this.lock = HomeLock.take(settings.home());
        this.children = new ChildProcesses(settings.home().resolve("pids"));
        this.postgres = new PostgresServer(settings);
        this.openSearch = OpenSearchServer.part(settings, children);
        Camunda camunda = new Camunda(settings, children);
        this.broker = camunda.broker();
        this.webapps = camunda.webapps();
    }

    /**
     * Prepares a platform: takes the home, ends what an earlier start left behind, looks at the ports, wipes the data
     * when the settings ask for a fresh start. Nothing runs yet. The end of this JVM closes the platform, after
     * Spring's contexts.
     *
     * @param out gets one line of progress for each part
     * @param more ports that the caller needs too
     * @throws PlatformFailure with one line that says what to do
     */
    public static LocalPlatform prepare(PlatformSettings settings, PrintStream out, PortUse... more) {
        Camunda.requireDistribution(settings);
        LocalPlatform platform = new LocalPlatform(settings, out);
        try {
            platform.clear(List.of(more));
            ExitHook.runLast(platform::close);
            return platform;
        } catch (RuntimeException e) {
            platform.lock.close();
            throw e;
        }
    }

    private void clear(List<PortUse> more) {
        children.endStale().forEach(progress::endedStale);
        if (postgres.endStale()) {
            progress.endedStale("postgres");
        }
        Set<PortUse> needed = EnumSet.complementOf(EnumSet.of(PortUse.GRIDLOOP));
        needed.addAll(more);
        new PortCheck(settings).requireFree(needed);
        if (settings.fresh()) {
            new Home(settings.home()).wipe();
        }
        LogSettings.write(settings.home());
    }

    /**
     * Starts all parts, side by side where one does not need the other, and returns when all answer.
     *
     * @throws PlatformFailure when a part does not start; the others are then ended
     */
    public LocalPlatform start() {
        return start(broker, webapps);
    }

    /**
     * Starts all parts but Operate and Tasklist, whose importers take half of the machine.
     *
     * @throws PlatformFailure when a part does not start; the others are then ended
     */
    LocalPlatform startWithoutWebapps() {
        return start(broker);
    }

    private LocalPlatform start(Part... onTheIndex) {
        CompletableFuture<Void> database = run(postgres);
        CompletableFuture<Void> index = run(openSearch);
        CompletableFuture<Void> engine = index.thenCompose(ready -> firstFailureOf(
                Stream.of(onTheIndex).map(this::run).toArray(CompletableFuture[]::new)));
        try {
            firstFailureOf(database, engine).join();
            return this;
        } catch (CompletionException e) {
            boolean stopped = closed.get();
            close();
            throw stopped ? new PlatformFailure("The local platform was stopped while it started.") : failure(e);
        }
    }

    private CompletableFuture<Void> run(Part part) {
        return CompletableFuture.runAsync(() -> progress.measure(part), Thread::startVirtualThread);
    }

    /** Waits for all, but not for the rest once one has failed. */
    private static CompletableFuture<Void> firstFailureOf(CompletableFuture<?>... parts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts);
        for (CompletableFuture<?> part : parts) {
            part.exceptionally(failure -> {
                all.completeExceptionally(failure);
                return null;
            });
        }
        return all;
    }

    private static PlatformFailure failure(CompletionException e) {
        Throwable cause = e.getCause();
        return cause instanceof PlatformFailure known
                ? known
                : new PlatformFailure("The local platform did not start: " + cause, e);
    }

    /** Starts Operate and Tasklist after {@link #startWithoutWebapps()} and returns when they answer. */
    void startWebapps() {
        progress.measure(webapps);
    }

    /** Ends the broker alone, as if the engine were away; its data stay. */
    public void stopBroker() {
        broker.stop();
    }

    /** Starts the broker again after {@link #stopBroker()} and returns when it answers. */
    public void startBroker() {
        broker.start();
    }

    /** Kills the broker; its data stay as they are at that moment. {@link #startBroker()} starts it again. */
    public void killBroker() {
        broker.kill();
    }

    /**
     * Ends broker, Operate, Tasklist and OpenSearch and deletes their data, as if their disk were lost. What the web
     * applications show comes from the broker's records: beside a new broker the old index is of no use, its positions
     * are higher than the new ones.
     */
    public void loseEngine() {
        List.of(webapps, broker).parallelStream().forEach(Part::stop);
        openSearch.stop();
        new Home(settings.home()).wipeEngine();
    }

    /** Starts the engine empty after {@link #loseEngine()} and returns when all parts answer. */
    public void startEngine() {
        openSearch.start();
        firstFailureOf(run(broker), run(webapps)).join();
    }

    /** Kills PostgreSQL's main process, and with it the server. */
    public void killPostgres() {
        postgres.kill();
    }

    /** Starts PostgreSQL again after {@link #killPostgres()} and returns when it answers. */
    public void startPostgres() {
        postgres.start();
    }

    /** gridloop in a JVM of its own on this platform, not started yet; ends with the platform. */
    public GridloopServer gridloop(Map<String, String> properties) {
        var all = new HashMap<>(gridloopProperties());
        all.putAll(properties);
        return new GridloopServer(settings, children, all);
    }

    /** Ends all parts, in the reverse order of need, and returns when no process is left. */
    @Override
    public synchronized void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        children.close();
        try {
            List.of(webapps, broker).parallelStream().forEach(this::stop);
            stop(openSearch);
            stop(postgres);
            children.endStale();
        } finally {
            lock.close();
        }
    }

    /** What goes wrong with one part must not keep the others alive. */
    private void stop(Part part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            progress.failedToStop(part, e);
        }
    }

    /** Every process that belongs to the platform and lives: the main one of each part. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(children.living(), postgres.process().stream());
    }

    /** Where everything listens. */
    public PlatformSettings settings() {
        return settings;
    }

    /** The JDBC address of gridloop's database; user and password are {@code gridloop}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s/%s".formatted(settings.address(PortUse.POSTGRES), PostgresServer.NAME);
    }

    /** The properties with which gridloop runs on this platform. */
    public Map<String, String> gridloopProperties() {
        String webapps = settings.url(PortUse.WEBAPPS);
        return Map.ofEntries(
                entry("server.address", Loopback.ADDRESS),
                entry("server.port", String.valueOf(settings.port(PortUse.GRIDLOOP))),
                entry("spring.datasource.url", jdbcUrl()),
                entry("spring.datasource.username", PostgresServer.NAME),
                entry("spring.datasource.password", PostgresServer.NAME),
                entry("camunda.client.grpc-address", settings.url(PortUse.BROKER_GRPC)),
                entry("camunda.client.rest-address", settings.url(PortUse.BROKER_REST)),
                entry("gridloop.public-url", settings.url(PortUse.GRIDLOOP)),
                entry("gridloop.operate-url", webapps + "/operate"),
                entry("gridloop.photos.directory", settings.home().resolve("photos").toString()),
                // The demo staff of the whole county logs in from one address.
                entry("gridloop.security.limits.login.times", "10000"),
                entry("gridloop.demo.desk", settings.url(PortUse.GRIDLOOP)),
                entry("gridloop.demo.tasklist", webapps),
                entry("gridloop.process.accounts.kind", "opensearch"),
                entry("gridloop.process.accounts.opensearch-url", settings.url(PortUse.OPENSEARCH)));
    }
}
