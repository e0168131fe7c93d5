package io.gridloop.demo;

import io.gridloop.territory.Person;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int PATIENCE_SECONDS = 30;

    private final DemoSettings settings;
    private final DemoPlan plan;
    private final DemoMemory memory;
    private final DemoTally tally = new DemoTally();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, DemoDesk> desks = new ConcurrentHashMap<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS,
            Thread.ofPlatform().daemon().name("demo-staff-", 1).factory());
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo-lookout").factory());

    DemoStaff(DemoSettings settings) {
        this.settings = settings;
        this.plan = DemoPlan.of(settings.seed(), settings.block());
        this.memory = new DemoMemory(plan);
    }

    /** Lets these people begin to work. */
    void start(Collection<Person> people) {
        people.forEach(person -> desks.put(person.login(), desk(person)));
        var first = desks.values().iterator().next();
        lookout.scheduleWithFixedDelay(() -> wake(first), 0, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
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
        lookout.shutdownNow();
        hands.shutdownNow();
        hands.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        http.close();
    }

    private DemoDesk desk(Person person) {
        return new DemoDesk(() -> new Tasklist(
                WebappSession.login(http, settings.tasklist(), person.login(), settings.password())), plan, memory,
                tally, settings.pause());
    }

    /** One look for all: sixty people who look for themselves all the time would keep Tasklist busy. */
    private void wake(DemoDesk first) {
        first.whoHasTasks().stream().map(desks::get).filter(desk -> desk != null && desk.take())
                .forEach(desk -> hands.execute(desk::work));
    }
}
