package io.gridloop.desk;

import io.gridloop.desk.Outcome.What;
import io.gridloop.intake.ApiProblem;
import io.gridloop.intake.ApiProblem.Wrong;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The tables of what phones have sent of their queues. */
@Component
class QueuedAnswerRows {

    /** Longer than any phone is likely to try again. */
    private static final Duration KEPT = Duration.ofDays(90);

    private record Row(String login, String digest, Outcome outcome) {

        boolean isOf(String who, String content) {
            return login.equals(who) && digest.equals(content);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    QueuedAnswerRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes requests with the same key wait for each other until the transaction ends. */
    void lock(UUID key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("desk-queue:" + key)
                .query((row, i) -> key).list();
    }

    /**
     * What became of this answer, when it came before.
     *
     * @throws ApiProblem when another answer came under its key
     */
    Optional<Outcome> before(UUID key, String login, String digest) {
        return find(key).map(row -> {
            if (!row.isOf(login, digest)) {
                throw ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY,
                        List.of(new Wrong("key", "这份结果以前的内容已经送达，现在的内容没有保存")));
            }
            return row.outcome();
        });
    }

    /** Whether an answer came under this key. */
    boolean has(UUID key) {
        return find(key).isPresent();
    }

    private Optional<Row> find(UUID key) {
        return jdbc.sql("select login, digest, outcome, reason from queued_answer where key = ?").param(key)
                .query((row, i) -> new Row(row.getString("login"), row.getString("digest"), new Outcome(
                        What.valueOf(row.getString("outcome")), row.getString("reason"), true)))
                .optional();
    }

    void add(UUID key, String login, long task, String digest, Outcome outcome) {
        jdbc.sql("""
                insert into queued_answer (key, login, task_key, digest, outcome, reason, received_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(key, login, task, digest, outcome.outcome().name(), outcome.reason(), now()).update();
    }

    /** The photographs that somebody sent under a key, by number. */
    List<QueuedAnswerPhoto> photos(UUID key, String login) {
        return jdbc.sql("select * from queued_answer_photo where key = ? and login = ? order by number")
                .params(key, login).query((row, i) -> photo(row)).list();
    }

    Optional<QueuedAnswerPhoto> photo(UUID key, int number) {
        return jdbc.sql("select * from queued_answer_photo where key = ? and number = ?").params(key, number)
                .query((row, i) -> photo(row)).optional();
    }

    /** Keeps a photograph; of two that come at the same moment the first one stays. */
    void add(UUID key, QueuedAnswerPhoto photo) {
        jdbc.sql("""
                insert into queued_answer_photo (key, number, login, digest, kind, photo_id, received_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (key, number) do nothing""")
                .params(key, photo.number(), photo.login(), photo.digest(), photo.kind(), photo.photoId(), now())
                .update();
    }

    /** Forgets the photographs of an answer, which have to come again. */
    void forgetPhotos(UUID key) {
        jdbc.sql("delete from queued_answer_photo where key = ?").param(key).update();
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.DAYS)
    void forgetOld() {
        var before = now().minus(KEPT);
        jdbc.sql("delete from queued_answer_photo where received_at < ?").param(before).update();
        jdbc.sql("delete from queued_answer where received_at < ?").param(before).update();
        jdbc.sql("delete from kept_task where kept_at < ?").param(before).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static QueuedAnswerPhoto photo(ResultSet row) throws SQLException {
        return new QueuedAnswerPhoto(row.getInt("number"), row.getString("login"), row.getString("digest"),
                row.getString("kind"), row.getObject("photo_id", UUID.class));
    }
}
