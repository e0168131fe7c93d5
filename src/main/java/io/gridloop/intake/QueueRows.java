package io.gridloop.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The tables of what phones have sent of their queues. */
@Component
class QueueRows {

    /** Longer than any phone is likely to try again. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    QueueRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes requests with the same key wait for each other until the transaction ends. */
    void lock(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("queue:" + key)
                .query((row, i) -> key).list();
    }

    /** The photographs that came under a key, by number. */
    List<QueuedPhoto> photos(String key) {
        return jdbc.sql("select number, digest, photo_id from queued_photo where key = ? order by number")
                .param(UUID.fromString(key))
                .query((row, i) -> new QueuedPhoto(row.getInt("number"), row.getString("digest"),
                        row.getObject("photo_id", UUID.class)))
                .list();
    }

    /** Keeps a photograph; of two that come at the same moment the first one stays. */
    void add(String key, QueuedPhoto photo) {
        jdbc.sql("""
                insert into queued_photo (key, number, digest, photo_id, received_at) values (?, ?, ?, ?, ?)
                on conflict (key, number) do nothing""")
                .params(UUID.fromString(key), photo.number(), photo.digest(), photo.photoId(), now())
                .update();
    }

    /** Forgets photographs that are of no use any more. */
    void forget(List<QueuedPhoto> gone) {
        jdbc.sql("delete from queued_photo where photo_id = any (?)")
                .param(gone.stream().map(QueuedPhoto::photoId).toArray(UUID[]::new))
                .update();
    }

    /** The submission key of the case that was made of the report with this key. */
    Optional<String> submission(String key) {
        return jdbc.sql("select submission from queued_report where key = ?").param(UUID.fromString(key))
                .query(String.class).optional();
    }

    /** Keeps that a case was made. */
    void addReport(String key, String submission) {
        jdbc.sql("""
                insert into queued_report (key, submission, received_at) values (?, ?, ?)
                on conflict (key) do nothing""")
                .params(UUID.fromString(key), submission, now())
                .update();
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.DAYS)
    void forgetOld() {
        var before = now().minus(KEPT);
        jdbc.sql("delete from queued_photo where received_at < ?").param(before).update();
        jdbc.sql("delete from queued_report where received_at < ?").param(before).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
