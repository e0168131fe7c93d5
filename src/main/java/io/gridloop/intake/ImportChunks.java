package io.gridloop.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of imports that are not through, in pieces, so that a restart loses none of them. */
@Repository
class ImportChunks {

    private static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;

    ImportChunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(long batchId, InputStreamSource content) throws IOException {
        try (InputStream bytes = content.getInputStream()) {
            byte[] chunk = bytes.readNBytes(CHUNK);
            for (int position = 0; chunk.length > 0; position++) {
                jdbc.sql("insert into import_chunk (batch_id, position, content) values (?, ?, ?)")
                        .params(batchId, position, chunk)
                        .update();
                chunk = bytes.readNBytes(CHUNK);
            }
        }
    }

    /** The file as it was brought; read piece by piece. */
    InputStreamSource content(long batchId) {
        return () -> new SequenceInputStream(new Pieces(batchId));
    }

    void drop(long batchId) {
        jdbc.sql("delete from import_chunk where batch_id = ?").param(batchId).update();
    }

    private Optional<InputStream> piece(long batchId, int position) {
        return jdbc.sql("select content from import_chunk where batch_id = ? and position = ?")
                .params(batchId, position)
                .query(byte[].class)
                .optional()
                .map(ByteArrayInputStream::new);
    }

    private final class Pieces implements Enumeration<InputStream> {

        private final long batchId;
        private int position;
        private Optional<InputStream> next;

        Pieces(long batchId) {
            this.batchId = batchId;
            this.next = piece(batchId, 0);
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            InputStream piece = next.orElseThrow(NoSuchElementException::new);
            next = piece(batchId, ++position);
            return piece;
        }
    }
}
