package io.gridloop.process.models;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps sets of model files for ever, each file once by its content. */
@Repository
public class ModelSets {

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelSets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a set; one that is kept already is left alone.
     *
     * @return its hash, over names and contents
     */
    @Transactional
    public String keep(SortedMap<String, byte[]> files) {
        var hash = ModelFiles.hash(files);
        int added = jdbc.sql("insert into model_set (hash, added_at) values (?, ?) on conflict do nothing")
                .params(hash, clock.instant().atOffset(ZoneOffset.UTC)).update();
        if (added == 1) {
            files.forEach((file, content) -> keep(hash, file, content));
        }
        return hash;
    }

    /** The files of a set by name; empty when the set is not known. */
    public SortedMap<String, byte[]> files(String hash) {
        var files = new TreeMap<String, byte[]>();
        jdbc.sql("""
                select file, content from model_set_file join model_content on content_hash = hash
                where set_hash = ?""").param(hash)
                .query(row -> {
                    files.put(row.getString("file"), row.getBytes("content"));
                });
        return files;
    }

    /** One file of a set. */
    public Optional<byte[]> file(String hash, String file) {
        return jdbc.sql("""
                select content from model_set_file join model_content on content_hash = hash
                where set_hash = ? and file = ?""").params(hash, file).query((row, i) -> row.getBytes("content"))
                .optional();
    }

    /** Names of the files of a set and the hashes of their contents. */
    public SortedMap<String, String> contents(String hash) {
        var contents = new TreeMap<String, String>();
        jdbc.sql("select file, content_hash from model_set_file where set_hash = ?").param(hash)
                .query(row -> {
                    contents.put(row.getString("file"), row.getString("content_hash"));
                });
        return contents;
    }

    private void keep(String set, String file, byte[] content) {
        var hash = ModelFiles.hash(new TreeMap<>(Map.of("", content)));
        jdbc.sql("insert into model_content (hash, content) values (?, ?) on conflict do nothing")
                .params(hash, content).update();
        jdbc.sql("insert into model_set_file (set_hash, file, content_hash) values (?, ?, ?)")
                .params(set, file, hash).update();
    }
}
