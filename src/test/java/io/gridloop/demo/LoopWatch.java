package io.gridloop.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks each second how many commands wait for the engine and how many cases are closed. */
public final class LoopWatch implements AutoCloseable {

    private static final String LOOK = """
            select (select count(*) from engine_command where dead_at is null) waiting,
                   (select count(*) from grid_case where state = 'CLOSED') closed""";

    private final JdbcClient jdbc;
    private final long begin = System.nanoTime();
    private final List<LoopSample> samples = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService eye = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("loop-watch").factory());

    /** Begins to look. */
    public LoopWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
        eye.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        samples.add(jdbc.sql(LOOK).query((row, i) -> new LoopSample(
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(), row.getLong("waiting"), row.getLong("closed")))
                .single());
    }

    /** What was seen so far. */
    public LoopSeries series() {
        return new LoopSeries(List.copyOf(samples));
    }

    @Override
    public void close() {
        eye.shutdownNow();
    }
}
