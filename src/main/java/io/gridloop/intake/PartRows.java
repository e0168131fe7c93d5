package io.gridloop.intake;

import io.gridloop.photos.PhotosProperties;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The table of photographs that have not come whole yet. */
@Component
class PartRows {

    private static final String WHICH = " where key = ? and number = ? and digest = ?";

    private final JdbcClient jdbc;
    private final PhotosProperties limits;
    private final Clock clock;

    PartRows(JdbcClient jdbc, PhotosProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** Makes parts of the same photograph wait for each other until the transaction ends. */
    void lock(PartialPhoto photo) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("part:" + photo)
                .query((row, i) -> photo).list();
    }

    /** Bytes of a photograph that have come; they have no gaps. */
    long received(PartialPhoto photo) {
        return of("select coalesce(sum(octet_length(content)), 0) from queued_part" + WHICH, photo)
                .query(Long.class).single();
    }

    /** How long its first part said that a photograph is, in bytes. */
    Optional<Integer> length(PartialPhoto photo) {
        return of("select length from queued_part" + WHICH + " order by start limit 1", photo).query(Integer.class)
                .optional();
    }

    /** Bytes of all photographs together. */
    long all() {
        return jdbc.sql("select coalesce(sum(octet_length(content)), 0) from queued_part").query(Long.class).single();
    }

    void add(PartialPhoto photo, PhotoPart part) {
        jdbc.sql("""
                insert into queued_part (key, number, digest, start, length, content, received_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(photo.key(), photo.number(), photo.digest(), part.start(), part.length(), part.content(),
                        at(clock.instant()))
                .update();
    }

    /** What has come of a photograph, read part by part. */
    InputStream content(PartialPhoto photo) {
        var starts = of("select start from queued_part" + WHICH + " order by start", photo).query(Integer.class)
                .list().iterator();
        return new SequenceInputStream(new Parts(photo, starts));
    }

    /** Forgets a photograph that is whole, or will never be. */
    void forget(PartialPhoto photo) {
        of("delete from queued_part" + WHICH, photo).update();
    }

    /** A photograph of which nothing came for as long as one waits for its report is given up. */
    @Scheduled(fixedDelayString = "${gridloop.photos.sweep-every:PT15M}", initialDelayString = "${gridloop.photos.sweep-every:PT15M}")
    void forgetOld() {
        jdbc.sql("""
                delete from queued_part where (key, number, digest) in (
                    select key, number, digest from queued_part group by key, number, digest
                    having max(received_at) < ?)""")
                .param(at(clock.instant().minus(limits.unattachedFor()))).update();
    }

    private JdbcClient.StatementSpec of(String sql, PartialPhoto photo) {
        return jdbc.sql(sql).params(photo.key(), photo.number(), photo.digest());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private final class Parts implements Enumeration<InputStream> {

        private final PartialPhoto photo;
        private final Iterator<Integer> starts;

        Parts(PartialPhoto photo, Iterator<Integer> starts) {
            this.photo = photo;
            this.starts = starts;
        }

        @Override
        public boolean hasMoreElements() {
            return starts.hasNext();
        }

        @Override
        public InputStream nextElement() {
            return new ByteArrayInputStream(of("select content from queued_part" + WHICH + " and start = "
                    + starts.next(), photo).query(byte[].class).single());
        }
    }
}
