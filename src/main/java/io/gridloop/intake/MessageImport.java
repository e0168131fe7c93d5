package io.gridloop.intake;

import io.gridloop.audit.AuditTrail;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports messages from a CSV or XLSX file. Good rows are kept, bad rows are listed; a row that was imported before
 * creates nothing. The file is read through once before it is taken, then stored, and imported in the background.
 */
@Service
public class MessageImport {

    /** The source of messages when none is named; numbers of messages are unique within a source. */
    public static final String DEFAULT_SOURCE = "留言";

    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}_-]{1,20}");

    private final ImportBatches batches;
    private final ImportChunks chunks;
    private final ImportWork work;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    MessageImport(ImportBatches batches, ImportChunks chunks, ImportWork work, AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.chunks = chunks;
        this.work = work;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes a file to be imported in the background.
     *
     * @return its number in the list of imports
     * @throws ImportRefused when the file cannot be read as a whole; nothing was saved then
     */
    long submit(Upload upload) {
        return store(upload, null);
    }

    /**
     * Imports a file of the default source and returns when all its rows are through.
     *
     * @param content the bytes of the file
     * @param fileName its name, for the list of imports
     * @param login the member of staff who imports it
     * @throws ImportRefused when the file cannot be read as a whole; nothing was saved then
     */
    public ImportResult run(byte[] content, String fileName, String login) {
        return run(content, fileName, DEFAULT_SOURCE, login);
    }

    /**
     * Imports a file and returns when all its rows are through.
     *
     * @param source where the messages come from, up to 20 letters and digits
     * @throws ImportRefused when the file cannot be read as a whole; nothing was saved then
     */
    public ImportResult run(byte[] content, String fileName, String source, String login) {
        return run(new Upload(new ByteArrayResource(content), fileName, source, login));
    }

    /** Imports a file and returns when all its rows are through. */
    ImportResult run(Upload upload) {
        UUID worker = UUID.randomUUID();
        long id = store(upload, worker);
        work.next(worker, () -> true);
        ImportBatch batch = batches.find(id).orElseThrow();
        return new ImportResult(id, batch.accepted(), batch.alreadyThere(),
                batches.badRows(id, 0, MessageTable.MOST_ROWS), batch.ignored());
    }

    /** Stops an import after the rows in hand; what is in stays. Of one that has ended nothing changes. */
    void cancel(long id, String login) {
        transaction.executeWithoutResult(status -> {
            if (batches.cancel(id, login)) {
                audit.record(login, "intake.cancel", "import/" + id, "取消了这次导入");
            }
        });
    }

    private long store(Upload upload, @Nullable UUID worker) {
        if (!SOURCE.matcher(upload.source()).matches()) {
            throw new ImportRefused("来源须是 1 到 20 个字，只能有文字、数字、横线");
        }
        try {
            int rows = MessageTable.count(upload.content());
            String sha256 = sha256(upload.content());
            MessageHeader header = header(upload.content());
            return transaction.execute(status -> store(upload, sha256, header, rows, worker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long store(Upload upload, String sha256, MessageHeader header, int rows, @Nullable UUID worker) {
        try {
            long id = batches.begin(upload, sha256, header, rows, worker);
            chunks.store(id, upload.content());
            audit.record(upload.login() == null ? AuditTrail.SYSTEM : upload.login(), "intake.import", "import/" + id,
                    "导入文件，来源“%s”，共 %d 行，SHA-256 %s".formatted(upload.source(), rows, sha256));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageHeader header(InputStreamSource content) throws IOException {
        try (MessageTable table = MessageTable.open(content)) {
            return table.header();
        }
    }

    private static String sha256(InputStreamSource content) throws IOException {
        try (InputStream bytes = content.getInputStream()) {
            DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
