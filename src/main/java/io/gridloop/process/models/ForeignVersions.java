package io.gridloop.process.models;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Versions in the engine that did not come through the door. */
@Repository
public class ForeignVersions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ForeignVersions(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** One of them; {@code clearedAt} is null while it is still the newest in the engine. */
    public record Foreign(
            String model, int expected, int found, Instant foundAt, @Nullable Instant clearedAt) {}

    /** Those that are still the newest in the engine. */
    public List<Foreign> open() {
        return list("where cleared_at is null order by id");
    }

    /** The last ones, newest first. */
    public List<Foreign> latest(int most) {
        return list("order by id desc limit " + most);
    }

    /** Notes a version newer than the door's; published as {@link ForeignFound} the first time. */
    @Transactional
    public void note(String model, int expected, int found) {
        int added = jdbc.sql("""
                insert into model_foreign (model, expected, found, found_at) values (?, ?, ?, ?)
                on conflict (model) where cleared_at is null do nothing""")
                .params(model, expected, found, now()).update();
        if (added == 1) {
            events.publishEvent(new ForeignFound(model, expected, found));
        }
    }

    /**
     * Compares what the engine answered to a deployment with the versions of the door's last one. A version counts up
     * by one, in all files or in none; where it counted further, somebody else deployed in between. By now the door's own
     * lies on top.
     */
    @Transactional
    public void compare(Map<String, Integer> before, Map<String, Integer> after) {
        after.forEach((model, version) -> {
            int expected = before.getOrDefault(model, version);
            if (version > expected + 1) {
                note(model, expected, version - 1);
            }
        });
        jdbc.sql("update model_foreign set cleared_at = ? where cleared_at is null").param(now()).update();
    }

    private List<Foreign> list(String tail) {
        return jdbc.sql("select * from model_foreign " + tail).query((row, i) -> new Foreign(row.getString("model"),
                row.getInt("expected"), row.getInt("found"), row.getTimestamp("found_at").toInstant(),
                row.getTimestamp("cleared_at") == null ? null : row.getTimestamp("cleared_at").toInstant())).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
