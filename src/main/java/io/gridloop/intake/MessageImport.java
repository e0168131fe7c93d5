package io.gridloop.intake;

import io.gridloop.cases.InvalidReportException;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Imports messages from a CSV file. Good rows are kept, bad rows are listed; a row that was imported before creates
 * nothing. Each row is a transaction of its own, so a file that was cut short can simply be imported again.
 */
@Service
public class MessageImport {

    /** The source of messages when none is named; numbers of messages are unique within a source. */
    public static final String DEFAULT_SOURCE = "留言";

    private static final String NOBODY = "gridloop";
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}_-]{1,20}");

    private final MessageReports reports;
    private final Reporting reporting;
    private final ImportBatches batches;

    MessageImport(MessageReports reports, Reporting reporting, ImportBatches batches) {
        this.reports = reports;
        this.reporting = reporting;
        this.batches = batches;
    }

    /**
     * Imports a file of the default source.
     *
     * @param content the bytes of the file, UTF-8 or GB18030
     * @param fileName its name, for the list of imports
     * @param login the member of staff who imports it
     * @throws ImportRefused when the file cannot be read as a whole; nothing was saved then
     */
    public ImportResult run(byte[] content, String fileName, String login) {
        return run(content, fileName, DEFAULT_SOURCE, login);
    }

    /**
     * Imports a file.
     *
     * @param source where the messages come from, up to 20 letters and digits
     * @throws ImportRefused when the file cannot be read as a whole; nothing was saved then
     */
    public ImportResult run(byte[] content, String fileName, String source, String login) {
        return take(content, fileName, source, login);
    }

    /** Imports the sample, which nobody brought. */
    ImportResult runSample(byte[] content, String fileName, String source) {
        return take(content, fileName, source, null);
    }

    private ImportResult take(byte[] content, String fileName, String source, @Nullable String login) {
        if (!SOURCE.matcher(source).matches()) {
            throw new ImportRefused("来源须是 1 到 20 个字，只能有文字、数字、横线");
        }
        MessageTable table = MessageTable.of(FileText.of(content));
        long batch = batches.begin(login == null ? NOBODY : login, source, fileName, SubmissionKey.sha256(content),
                table.header());
        ImportResult result = new Run(batch, source, login).over(table);
        batches.finish(result);
        return result;
    }

    /** One walk over the rows of a file. */
    private final class Run {

        private final long batch;
        private final String source;
        private final @Nullable String login;
        private final SeenNumbers seen = new SeenNumbers();
        private final List<BadRow> bad = new ArrayList<>();
        private int accepted;
        private int alreadyThere;

        Run(long batch, String source, @Nullable String login) {
            this.batch = batch;
            this.source = source;
            this.login = login;
        }

        ImportResult over(MessageTable table) {
            bad.addAll(table.broken());
            table.rows().forEach(this::take);
            bad.sort(Comparator.comparingLong(BadRow::line));
            return new ImportResult(
                    batch, accepted, alreadyThere, List.copyOf(bad), table.header().ignored());
        }

        private void take(MessageRow row) {
            try {
                Report report = reports.of(row, source, login);
                seen.check(row);
                count(reporting.accept(report).repeated());
            } catch (RowProblem e) {
                bad.add(row.bad(e.field(), e.reason()));
            } catch (InvalidReportException e) {
                bad.add(row.bad(BadRow.WHOLE_ROW, String.valueOf(e.getMessage())));
            } catch (DataIntegrityViolationException e) {
                bad.add(row.bad(BadRow.WHOLE_ROW, "这一行无法保存，请检查内容"));
            }
        }

        private void count(boolean repeated) {
            if (repeated) {
                alreadyThere++;
            } else {
                accepted++;
            }
        }
    }
}
