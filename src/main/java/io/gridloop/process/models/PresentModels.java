package io.gridloop.process.models;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which set of models is the present one; why it is so: {@code src/docs/adr/0011-which-models-are-the-present-ones.md}.
 */
@Service
public class PresentModels {

    private final JdbcClient jdbc;
    private final ModelSets sets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PresentModels(JdbcClient jdbc, ModelSets sets, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.events = events;
        this.clock = clock;
    }

    /** What stands in {@code model_present}. */
    public record Present(String hash, String shipped, Instant since) {

        /** Whether the county has approved models of its own over those that gridloop ships. */
        public boolean ownModels() {
            return !hash.equals(shipped);
        }
    }

    /** The present set; empty only before the first start. */
    public Optional<Present> find() {
        return jdbc.sql("select * from model_present").query((row, i) -> new Present(row.getString("set_hash"),
                row.getString("shipped_hash"), row.getTimestamp("since").toInstant())).optional();
    }

    /** The present set, which nobody else changes until this transaction ends. */
    @Transactional
    public Present lock() {
        if (find().isEmpty()) {
            ship(ModelFiles.shipped());
        }
        jdbc.sql("select 1 from model_present for update").query(Integer.class).single();
        return find().orElseThrow();
    }

    /**
     * Takes notice of the models that this gridloop ships, which have no problems. They become the present ones unless
     * the county has approved models of its own; then these stay, and what the release changed is published as
     * {@link ReleaseDiffers} once.
     */
    @Transactional
    public void ship(SortedMap<String, byte[]> shipped) {
        var hash = sets.keep(shipped);
        jdbc.sql("""
                insert into model_present (set_hash, shipped_hash, since) values (?, ?, ?) on conflict do nothing""")
                .params(hash, hash, now()).update();
        var present = lock();
        if (present.shipped().equals(hash)) {
            return;
        }
        if (present.ownModels()) {
            jdbc.sql("update model_present set shipped_hash = ?").param(hash).update();
            events.publishEvent(new ReleaseDiffers(present.hash(), merged(present, shipped)));
        } else {
            jdbc.sql("update model_present set set_hash = ?, shipped_hash = ?, since = ?")
                    .params(hash, hash, now()).update();
        }
    }

    /** Makes a kept set the present one. */
    @Transactional
    public void become(String hash) {
        jdbc.sql("update model_present set set_hash = ?, since = ?").params(hash, now()).update();
    }

    // What the release changed since the one before it goes on top of the county's own; the rest stays.
    private SortedMap<String, byte[]> merged(Present present, SortedMap<String, byte[]> shipped) {
        var earlier = sets.files(present.shipped());
        var merged = new TreeMap<>(sets.files(present.hash()));
        earlier.keySet().stream().filter(file -> !shipped.containsKey(file)).forEach(merged::remove);
        shipped.forEach((file, content) -> {
            if (!Arrays.equals(content, earlier.get(file))) {
                merged.put(file, content);
            }
        });
        return merged;
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
