package io.gridloop.demo;

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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plays all of the county's staff: logs in to gridloop's desk, and for a share of the tasks to Tasklist, as each person
 * and works the user tasks given to that person through the addresses that people's browsers use, never through
 * gridloop's services. What is done with a case stands in the {@link DemoPlan}.
 *
 * <p>It works only cases that came by import (the sample cases do). A case that somebody reports on a page is left to
 * the people who try gridloop out.
 */
public final class DemoStaff implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DemoStaff.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int PATIENCE_SECONDS = 30;

    private final DemoSettings settings;
    private final JdbcClient jdbc;
    private final DemoPlan plan;
    private final DemoMemory memory;
    private final DemoTally tally = new DemoTally();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, DemoDesk> desks = new ConcurrentHashMap<>();
    private final ExecutorService hands;
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo-lookout").factory());

    /** @param jdbc tells who has tasks: five hundred people who look for themselves would keep the machine busy */
    public DemoStaff(DemoSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.plan = DemoPlan.of(settings.seed(), settings.block()).withDoors(settings.tasklistPercent(),
                settings.everyChannel());
        this.memory = new DemoMemory(plan);
        this.hands = Executors.newFixedThreadPool(settings.hands(),
                Thread.ofPlatform().daemon().name("demo-staff-", 1).factory());
    }

    /** Lets the people with these logins begin to work. */
    public void start(Collection<String> people) {
        people.forEach(login -> desks.put(login, desk(login)));
        lookout.scheduleWithFixedDelay(this::wake, 0, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        log.info("Demo staff: {} people work by plan {}", people.size(), plan.counts());
    }

    DemoPlan plan() {
        return plan;
    }

    /** What it has done. */
    public DemoTally tally() {
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

    private DemoDesk desk(String login) {
        return new DemoDesk(door -> switch (door) {
            case DESK -> new Desk(GridloopSession.login(http, settings.desk(), login, settings.password()));
            case TASKLIST -> new Tasklist(WebappSession.login(http, settings.tasklist(), login, settings.password()));
        }, plan, memory, tally, settings.pause());
    }

    private void wake() {
        try {
            jdbc.sql("""
                    select c.case_number from grid_case c where c.state = 'HANDLING' and exists (
                        select 1 from case_entry e where e.case_id = c.id and e.element = 'Task_CheckSupervision')""")
                    .query(String.class).list().forEach(number -> memory.remember(number, DemoEvent.URGE_READ));
            jdbc.sql("select distinct assignee from case_task where state = 'OPEN'").query(String.class).list().stream()
                    .map(desks::get).filter(desk -> desk != null && desk.take())
                    .forEach(desk -> hands.execute(desk::work));
        } catch (DataAccessException e) {
            log.debug("Demo staff cannot look: {}", e.toString());
        }
    }
}
