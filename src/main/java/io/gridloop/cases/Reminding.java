package io.gridloop.cases;

import io.gridloop.clock.DeadlineCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds who handles a case one working day before its deadline, once for each version of the deadline. */
@Service
class Reminding {

    private final JdbcClient jdbc;
    private final Effects effects;
    private final Notices notices;
    private final DeadlineCalendar calendar;
    private final CalendarUnits units;
    private final Times times;
    private final Clock clock;

    Reminding(JdbcClient jdbc, Effects effects, Notices notices, DeadlineCalendar calendar, CalendarUnits units,
            Times times, Clock clock) {
        this.jdbc = jdbc;
        this.effects = effects;
        this.notices = notices;
        this.calendar = calendar;
        this.units = units;
        this.times = times;
        this.clock = clock;
    }

    /** Cases being handled of whose present deadline it is not known yet when to remind. */
    @Transactional(readOnly = true)
    public List<Long> unplanned(int most) {
        return jdbc.sql("""
                select c.id from grid_case c
                where c.state = 'HANDLING' and c.decided is null and c.due_at > :now
                  and not exists (select 1 from deadline_reminder r
                                  where r.case_id = c.id and r.version = c.deadline_version)
                order by c.id limit :most""").param("now", now()).param("most", most).query(Long.class).list();
    }

    /** Works out when to remind; never when that time is past already. */
    @Transactional
    public void plan(long caseId) {
        var it = effects.lock(caseId);
        var dueAt = it.watch().dueAt();
        if (it.beingHandled() && dueAt != null) {
            keep(it, dayBefore(it, dueAt).filter(clock.instant()::isBefore).orElse(null));
        }
    }

    /** Cases whose time to be reminded of has come. */
    @Transactional(readOnly = true)
    public List<Long> due(int most) {
        return jdbc.sql("select distinct case_id from deadline_reminder where remind_at <= :now limit :most")
                .param("now", now()).param("most", most).query(Long.class).list();
    }

    /** Reminds of the present deadline, and forgets what was planned for an earlier one. */
    @Transactional
    public void remind(long caseId) {
        var it = effects.lock(caseId);
        var dueAt = it.watch().dueAt();
        int present = jdbc.sql("""
                update deadline_reminder set remind_at = null where case_id = ? and remind_at <= ? and version = ?""")
                .params(caseId, now(), it.watch().version()).update();
        jdbc.sql("update deadline_reminder set remind_at = null where case_id = ? and version < ?")
                .params(caseId, it.watch().version()).update();
        if (present == 1 && it.beingHandled() && dueAt != null) {
            notices.tellHandler(it, "dayBefore#" + it.watch().version(),
                    "还有一个工作日到期（%s），请抓紧办理。".formatted(times.words(dueAt)));
        }
    }

    private Optional<Instant> dayBefore(Case it, Instant dueAt) {
        return Optional.ofNullable(it.watch().limitFrom())
                .flatMap(from -> calendar.dayBefore(from, dueAt, units.of(it)));
    }

    private void keep(Case it, @Nullable Instant remindAt) {
        jdbc.sql("""
                insert into deadline_reminder (case_id, version, remind_at) values (:case, :version, :at)
                on conflict (case_id, version) do nothing""")
                .param("case", it.id()).param("version", it.watch().version())
                .param("at", remindAt == null ? null : remindAt.atOffset(ZoneOffset.UTC)).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
