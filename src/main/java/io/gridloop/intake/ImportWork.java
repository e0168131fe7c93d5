package io.gridloop.intake;

import io.gridloop.cases.InvalidReportException;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports the files that wait. Rows go in by batches of one transaction each: cases, history, engine commands, bad rows
 * and how far the file is read; so a file that was cut short goes on where it stopped, and counts nothing twice.
 */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int BATCH = 200;

    private final ImportBatches batches;
    private final ImportChunks chunks;
    private final MessageReports reports;
    private final Reporting reporting;
    private final TransactionTemplate transaction;

    ImportWork(ImportBatches batches, ImportChunks chunks, MessageReports reports, Reporting reporting,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.chunks = chunks;
        this.reports = reports;
        this.reporting = reporting;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Imports the next file that this worker may take, until it ends or {@code goOn} says no.
     *
     * @return false when none waits
     */
    boolean next(UUID worker, BooleanSupplier goOn) {
        var claimed = batches.claim(worker);
        claimed.ifPresent(batch -> take(batch, worker, goOn));
        return claimed.isPresent();
    }

    private void take(ImportBatch batch, UUID worker, BooleanSupplier goOn) {
        try (MessageTable table = MessageTable.open(chunks.content(batch.id()))) {
            String login = batch.importedBy().equals(ImportBatches.NOBODY) ? null : batch.importedBy();
            new Run(worker, table, new RowCheck(reports, batch.source(), login)).from(batch, goOn);
        } catch (ImportRefused e) {
            end(batch, worker, ImportState.FAILED, e.reason());
        } catch (IOException | DataAccessException | TransactionException e) {
            LOG.warn("Import {} was cut short and will go on: {}", batch.id(), e.toString());
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            LOG.error("Import {} failed", batch.id(), e);
            end(batch, worker, ImportState.FAILED, "系统出错，导入停在这里；已经收下的保留。请告诉管理员，之后把同一个文件再导一次");
        }
    }

    private void end(ImportBatch batch, UUID worker, ImportState state, @Nullable String problem) {
        transaction.executeWithoutResult(status -> {
            batches.end(batch, worker, state, problem);
            chunks.drop(batch.id());
        });
        LOG.info("Import {} of {}: {}", batch.id(), batch.fileName(), state);
    }

    /** One walk over the rows of a file. */
    private final class Run {

        private final UUID worker;
        private final MessageTable table;
        private final RowCheck check;

        Run(UUID worker, MessageTable table, RowCheck check) {
            this.worker = worker;
            this.table = table;
            this.check = check;
        }

        void from(ImportBatch claimed, BooleanSupplier goOn) {
            skip(claimed.rowsRead());
            ImportBatch batch = claimed;
            while (goOn.getAsBoolean() && batch.cancelledBy() == null) {
                List<MessageRow> rows = table.next(BATCH);
                if (rows.isEmpty()) {
                    end(batch, worker, ImportState.DONE, null);
                    return;
                }
                batch = take(batch, check.of(rows));
            }
            if (batch.cancelledBy() != null) {
                end(batch, worker, ImportState.CANCELLED, null);
            }
        }

        /** Rows that an earlier run took are checked again, but only for their numbers. */
        private void skip(int rows) {
            for (int left = rows; left > 0; left -= BATCH) {
                check.of(table.next(Math.min(left, BATCH)));
            }
        }

        private ImportBatch take(ImportBatch before, List<CheckedRow> rows) {
            try {
                return transaction.execute(status -> store(before, rows));
            } catch (DataIntegrityViolationException | InvalidReportException e) {
                return oneByOne(before, rows);
            }
        }

        /** One row spoiled the transaction of all: it is found by giving each its own. */
        private ImportBatch oneByOne(ImportBatch before, List<CheckedRow> rows) {
            ImportBatch batch = before;
            for (CheckedRow row : rows) {
                batch = alone(batch, row);
            }
            return batch;
        }

        private ImportBatch alone(ImportBatch before, CheckedRow row) {
            try {
                return transaction.execute(status -> store(before, List.of(row)));
            } catch (InvalidReportException e) {
                return refuse(before, row, String.valueOf(e.getMessage()));
            } catch (DataIntegrityViolationException e) {
                return refuse(before, row, "这一行无法保存，请检查内容");
            }
        }

        private ImportBatch refuse(ImportBatch before, CheckedRow row, String reason) {
            return transaction.execute(status -> store(before, List.of(row.refused(reason))));
        }

        private ImportBatch store(ImportBatch before, List<CheckedRow> rows) {
            List<Report> good = rows.stream().map(CheckedRow::report).filter(Objects::nonNull).toList();
            List<BadRow> bad = rows.stream().map(CheckedRow::bad).filter(Objects::nonNull).toList();
            int accepted = good.isEmpty() ? 0 : reporting.acceptAll(good);
            return batches.progress(before, worker, accepted, good.size() - accepted, bad);
        }
    }
}
