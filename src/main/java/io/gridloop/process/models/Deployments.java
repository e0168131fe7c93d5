package io.gridloop.process.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went through the door, and when. */
@Repository
public class Deployments {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Deployments(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One of them. */
    public record Entry(String hash, Map<String, Integer> versions, Instant at) {}

    /** Adds a row unless the newest one tells the same content and versions. */
    void record(Deployed deployed, Instant now) {
        jdbc.sql("""
                insert into model_deployment (content_hash, deployment_key, versions, deployed_at)
                select :hash, :key, v.versions, :now from (select cast(:versions as jsonb) versions) v
                where not exists (
                    select 1 from (select * from model_deployment order by id desc limit 1) last
                    where last.content_hash = :hash and last.versions = v.versions)""")
                .param("hash", deployed.hash()).param("key", deployed.key())
                .param("versions", json(deployed.versions()))
                .param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** The newest one. */
    public Optional<Entry> last() {
        return latest(1).stream().findFirst();
    }

    /** The newest ones, newest first. */
    public List<Entry> latest(int most) {
        return jdbc.sql("select * from model_deployment order by id desc limit ?").param(most)
                .query((row, i) -> entry(row)).list();
    }

    /** Has anything ever been deployed? */
    boolean any() {
        return jdbc.sql("select exists (select 1 from model_deployment)").query(Boolean.class).single();
    }

    private Entry entry(ResultSet row) throws SQLException {
        try {
            var versions = json.readValue(row.getString("versions"), new TypeReference<TreeMap<String, Integer>>() {
            });
            return new Entry(row.getString("content_hash"), versions, row.getTimestamp("deployed_at").toInstant());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String json(Map<String, Integer> versions) {
        try {
            return json.writeValueAsString(versions);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
