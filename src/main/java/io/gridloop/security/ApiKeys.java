package io.gridloop.security;

import io.gridloop.audit.AuditTrail;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys of programs outside gridloop. A key is 256 random bits, so a plain SHA-256 of it can be stored and looked
 * up: nobody guesses what it was made of. The key is known only at the moment it is created.
 */
@Component
public class ApiKeys {

    private static final int BYTES = 32;
    private static final int LONGEST_KEY = 100;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SELECT = "select id, label, requests_per_minute, created_by, created_at, last_used_at, "
            + "revoked_at from api_key ";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a program knows by this key, which is noted as used; nothing when no key in force reads like that. */
    @Transactional
    public Optional<ApiKey> use(String key) {
        if (key.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        var found = jdbc.sql(SELECT + "where key_hash = ? and revoked_at is null").param(hash(key)).query(ApiKeys::key)
                .optional();
        found.filter(this::usedLongAgo).ifPresent(
                it -> jdbc.sql("update api_key set last_used_at = ? where id = ?").params(now(), it.id()).update());
        return found;
    }

    /** Whether a key has not been revoked. */
    public boolean isInForce(long id) {
        return jdbc.sql("select exists (select from api_key where id = ? and revoked_at is null)").param(id)
                .query(Boolean.class).single();
    }

    /** A key in force. */
    Optional<ApiKey> find(long id) {
        return jdbc.sql(SELECT + "where id = ? and revoked_at is null").param(id).query(ApiKeys::key).optional();
    }

    /** What is kept of a key in force; never leaves this module. */
    Optional<String> digest(long id) {
        return jdbc.sql("select key_hash from api_key where id = ? and revoked_at is null").param(id)
                .query(String.class).optional();
    }

    /** All keys, those in force first, then the youngest. */
    public List<ApiKey> all() {
        return jdbc.sql(SELECT + "order by revoked_at is not null, id desc").query(ApiKeys::key).list();
    }

    /** Creates a key and returns it; nobody can read it again later. */
    @Transactional
    String create(String label, int requestsPerMinute, String byLogin) {
        var key = next();
        var id = jdbc.sql("""
                insert into api_key (key_hash, label, requests_per_minute, created_by, created_at)
                values (?, ?, ?, ?, ?) returning id""")
                .params(hash(key), label, requestsPerMinute, byLogin, now()).query(Long.class).single();
        audit.record(byLogin, "api-key.create", subject(id),
                "新建接口密钥“%s”，每分钟最多%d次请求。".formatted(label, requestsPerMinute));
        return key;
    }

    /** Ends a key for ever; one that is not in force stays as it is, and the answer is false. */
    @Transactional
    boolean revoke(long id, String byLogin) {
        var label = jdbc.sql("update api_key set revoked_at = ? where id = ? and revoked_at is null returning label")
                .params(now(), id).query(String.class).optional();
        label.ifPresent(it -> audit.record(byLogin, "api-key.revoke", subject(id), "停用接口密钥“%s”。".formatted(it)));
        return label.isPresent();
    }

    private boolean usedLongAgo(ApiKey key) {
        return key.lastUsedAt() == null || key.lastUsedAt().isBefore(clock.instant().minus(NOTED_EVERY));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String subject(long id) {
        return "api-key-" + id;
    }

    private static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "gl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String key) {
        return HexFormat.of().formatHex(Digest.sha256(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static ApiKey key(ResultSet row, int index) throws SQLException {
        return new ApiKey(row.getLong("id"), row.getString("label"), row.getInt("requests_per_minute"),
                row.getString("created_by"), row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")), instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
