package io.gridloop.territory;

import io.gridloop.audit.AuditTrail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says on the first day of a stand-in, and on the day after its last, that duties have changed. Once each. */
@Component
public class DutyWatch {

    // Rows that another instance is telling just now are left to it.
    private static final String BEGUN = """
            update stand_in set begin_told = true where id in (select id from stand_in
                where not begin_told and ended_at is null and from_day <= :today and to_day >= :today
                for update skip locked)
            returning absent, stand_in""";
    private static final String OVER = """
            update stand_in set begin_told = true, end_told = true where id in (select id from stand_in
                where not end_told and ended_at is null and to_day < :today for update skip locked)
            returning absent, stand_in""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    DutyWatch(JdbcClient jdbc, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at the calendar. */
    @Scheduled(fixedDelay = 60, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
    @Transactional
    public void look() {
        var begun = tell(BEGUN);
        var over = tell(OVER);
        var logins = new HashSet<String>();
        List.of(begun, over).forEach(rows -> rows.forEach(row -> row.values().forEach(
                login -> logins.add(String.valueOf(login)))));
        if (!logins.isEmpty()) {
            events.publishEvent(new DutyChanged(logins, AuditTrail.SYSTEM));
        }
        begun.forEach(row -> record("territory.standInBegun", row, "代理开始"));
        over.forEach(row -> record("territory.standInOver", row, "代理期满"));
    }

    private List<Map<String, Object>> tell(String sql) {
        return jdbc.sql(sql).param("today", LocalDate.now(clock)).query().listOfRows();
    }

    private void record(String action, Map<String, Object> row, String what) {
        audit.record(AuditTrail.SYSTEM, action, String.valueOf(row.get("absent")),
                "%s：%s由%s代理。".formatted(what, row.get("absent"), row.get("stand_in")));
    }
}
