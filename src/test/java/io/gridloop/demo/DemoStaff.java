package io.gridloop.demo;

import io.gridloop.territory.Person;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays all of the county's staff: logs in to Tasklist as each person and works the user tasks assigned to that person
 * through the interface that people's browsers use, never through gridloop's services. What is done with a case stands
 * in the {@link DemoPlan}.
 *
 * <p>It works only cases that came by import (the sample cases do). A case that somebody reports on a page is left to
 * the people who try gridloop out.
 */
public final class DemoStaff implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DemoStaff.class);
    private static final int HANDS = 4;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final DemoSettings settings;
    private final DemoPlan plan;
    private final DemoMemory memory;
    private final DemoTally tally = new DemoTally();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(HANDS,
            Thread.ofPlatform().daemon().name("demo-staff-", 1).factory());

    DemoStaff(DemoSettings settings) {
        this.settings = settings;
        this.plan = DemoPlan.of(settings.seed(), settings.block());
        this.memory = new DemoMemory(plan);
    }

    /** Lets these people begin to work. */
    void start(Collection<Person> people) {
        people.forEach(person -> schedule(desk(person), Duration.ZERO));
        log.info("Demo staff: {} people work the imported cases by plan {}", people.size(), plan.counts());
    }

    DemoPlan plan() {
        return plan;
    }

    DemoTally tally() {
        return tally;
    }

    /** Ends the work after the answers that are being given. */
    @Override
    public void close() throws InterruptedException {
        hands.shutdownNow();
        hands.awaitTermination(30, TimeUnit.SECONDS);
        http.close();
    }

    private DemoDesk desk(Person person) {
        return new DemoDesk(() -> new Tasklist(
                WebappSession.login(http, settings.tasklist(), person.login(), settings.password())), plan, memory,
                tally);
    }

    private void schedule(DemoDesk desk, Duration delay) {
        try {
            hands.schedule(() -> work(desk), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The demo staff has gone home");
        }
    }

    private void work(DemoDesk desk) {
        Duration next = LOOK_AGAIN;
        try {
            int most = settings.pause().isZero() ? Integer.MAX_VALUE : 1;
            next = desk.work(most) > 0 ? settings.pause() : LOOK_AGAIN;
        } catch (RuntimeException e) {
            log.warn("Demo staff", e);
        } finally {
            schedule(desk, next);
        }
    }
}
