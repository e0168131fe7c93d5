package io.gridloop.walk;

import io.gridloop.demo.LoopSeries;
import io.gridloop.demo.LoopWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole walk.
 *
 * @param first number of the first case; each case has its own luck, by the seed and its number
 * @param atOnce most cases under way at the same time
 */
record Walk(long seed, int first, int cases, int atOnce) {

    /** What came of it. */
    record Result(Walk walk, List<Walked> cases, Duration time, LoopSeries series) {

        List<Walked> failed() {
            return cases.stream().filter(walked -> walked.failure() != null).toList();
        }
    }

    /** Leads all cases to their ends; those that are under way when the time is over have failed. */
    Result run(ApplicationContext gridloop, Duration most) throws InterruptedException {
        long begin = System.nanoTime();
        Journal.keep(gridloop.getBean(JdbcClient.class));
        var room = new Semaphore(atOnce);
        try (var ground = new Ground(gridloop);
                var series = new LoopWatch(gridloop.getBean(JdbcClient.class));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var walks = new ArrayList<Future<Walked>>();
            for (int i = first; i < first + cases; i++) {
                var walker = new Walker(ground, seed, i);
                walks.add(threads.submit(() -> {
                    room.acquire();
                    try {
                        return walker.walk();
                    } finally {
                        room.release();
                    }
                }));
            }
            threads.shutdown();
            if (!threads.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
            return new Result(this, walks.stream().filter(walk -> walk.state() == Future.State.SUCCESS)
                    .map(Future::resultNow).toList(), Duration.ofNanos(System.nanoTime() - begin), series.series());
        }
    }
}
