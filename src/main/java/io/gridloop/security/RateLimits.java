package io.gridloop.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLadvisoryLockBasedProxyManager;
import io.gridloop.security.SecurityProperties.RateLimit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What each client has left, in PostgreSQL, so that all instances count together and a restart forgets nothing. */
@Component
public class RateLimits {

    private static final int CLEANED_AT_ONCE = 1_000;

    private final PostgreSQLadvisoryLockBasedProxyManager<Long> buckets;

    RateLimits(DataSource database, Clock clock) {
        this.buckets = Bucket4jPostgreSQL.advisoryLockBasedBuilder(database)
                .table("rate_limit")
                .clientClock(following(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Takes one of what a client has left.
     *
     * @param what kind of action, for example {@code report}
     * @return how long to wait; zero when it was taken
     */
    Duration take(String what, String client, RateLimit limit) {
        return take(bucket(what, client, limit));
    }

    /**
     * Takes one of what somebody may be sent; in any minute at most {@code burst + perMinute} are given.
     *
     * @param what kind of action, for example {@code message}
     * @param client who gets it
     * @param burst how many at once
     * @param perMinute how many a minute come back, evenly
     * @return how long to wait; zero when it was taken
     */
    public Duration take(String what, String client, int burst, int perMinute) {
        return take(bucket(what, client, burst, perMinute, Duration.ofMinutes(1)));
    }

    /** How many a client has left. */
    long left(String what, String client, RateLimit limit) {
        return bucket(what, client, limit).getAvailableTokens();
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forgetExpired() {
        while (buckets.removeExpired(CLEANED_AT_ONCE) == CLEANED_AT_ONCE) {
            // Until none are left.
        }
    }

    private static Duration take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(String what, String client, RateLimit limit) {
        return bucket(what, client, limit.times(), limit.times(), limit.within());
    }

    private Bucket bucket(String what, String client, int capacity, int refill, Duration within) {
        return buckets.builder().build(key(what, client), () -> BucketConfiguration.builder()
                .addLimit(Bandwidth.builder().capacity(capacity).refillGreedy(refill, within).build())
                .build());
    }

    private static long key(String what, String client) {
        return ByteBuffer.wrap(Digest.sha256((what + " " + client).getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static TimeMeter following(Clock clock) {
        return new TimeMeter() {

            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
