package io.gridloop.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries of the trail, for reading. */
@Component
class AuditPages {

    private record Condition(String sql, @Nullable Object value) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditPages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest first. */
    Page<AuditEntry> list(AuditFilter filter, Pageable page) {
        var conditions = conditions(filter);
        var where = conditions.stream().map(Condition::sql).collect(Collectors.joining(" and "));
        var values = conditions.stream().map(Condition::value).toList();
        var count = jdbc.sql("select count(*) from audit_entry where " + where).params(values).query(Long.class)
                .single();
        var entries = jdbc.sql(AuditTrail.SELECT + "where " + where + " order by id desc limit ? offset ?")
                .params(Stream.concat(values.stream(), Stream.of(page.getPageSize(), page.getOffset())).toList())
                .query(AuditTrail::entry).list();
        return new PageImpl<>(entries, page, count);
    }

    /** The actions that occur. */
    List<String> actions() {
        return jdbc.sql("select distinct action from audit_entry order by action").query(String.class).list();
    }

    private List<Condition> conditions(AuditFilter filter) {
        return Stream.of(new Condition("id > ?", 0L), new Condition("actor = ?", filter.actor()),
                new Condition("subject = ?", filter.subject()), new Condition("action = ?", filter.action()),
                new Condition("at >= ?", start(filter.from())),
                new Condition("at < ?", filter.to() == null ? null : start(filter.to().plusDays(1))))
                .filter(condition -> condition.value() != null).toList();
    }

    private @Nullable Timestamp start(@Nullable LocalDate day) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
