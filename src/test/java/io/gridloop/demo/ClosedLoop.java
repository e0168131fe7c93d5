package io.gridloop.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.gridloop.intake.ImportResult;
import io.gridloop.intake.MessageImport;
import io.gridloop.territory.Territory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports messages and lets the demo staff lead them through the whole loop. */
final class ClosedLoop {

    private static final String CATEGORY = "类别";

    private final MessageImport messages;
    private final DemoStaff staff;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String importer;

    ClosedLoop(ApplicationContext gridloop) {
        this.messages = gridloop.getBean(MessageImport.class);
        this.staff = gridloop.getBean(DemoStaff.class);
        this.jdbc = gridloop.getBean(JdbcClient.class);
        this.clock = gridloop.getBean(Clock.class);
        this.importer = gridloop.getBean(Territory.class).intakeOfficer().login();
    }

    /**
     * Imports the first rows of some files, each as a source of its own, and returns when all their cases are closed, or
     * the time is over.
     *
     * @param rows at most so many of each file; the header does not count
     */
    LoopRun run(List<Path> files, int rows, Duration most) throws IOException {
        Instant begin = clock.instant();
        long start = System.nanoTime();
        try (var watch = new LoopWatch(jdbc)) {
            var imported = imported(files, rows);
            Duration importTime = Duration.ofNanos(System.nanoTime() - start);
            var cases = new LoopCases(jdbc, begin);
            int accepted = imported.stream().mapToInt(ImportResult::accepted).sum();
            awaitClosed(cases, accepted, most);
            Duration allTime = Duration.ofNanos(System.nanoTime() - start);
            return new LoopRun(staff.plan(), staff.tally(), accepted,
                    imported.stream().mapToInt(one -> one.badRows().size()).sum(), importTime, allTime, cases.all(),
                    watch.series());
        }
    }

    private List<ImportResult> imported(List<Path> files, int rows) throws IOException {
        var results = new ArrayList<ImportResult>();
        int before = 0;
        for (var file : files) {
            results.add(messages.run(firstRows(file, rows, before), file.getFileName().toString(),
                    "source-" + results.size(), importer));
            before += rows(file, rows);
        }
        return results;
    }

    private static void awaitClosed(LoopCases cases, int expected, Duration most) {
        try {
            Awaitility.await().atMost(most).pollInterval(Duration.ofSeconds(1))
                    .until(() -> cases.closed() == expected);
        } catch (ConditionTimeoutException e) {
            // The checks say what is open, and where.
        }
    }

    /** How many rows a run of at most {@code rows} of each file takes. */
    static int rows(List<Path> files, int rows) throws IOException {
        int all = 0;
        for (var file : files) {
            all += rows(file, rows);
        }
        return all;
    }

    private static int rows(Path file, int rows) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            return (int) reader.stream().skip(1).limit(rows).count();
        }
    }

    /**
     * The first rows as a file. A category that would spoil the plan is left out, so that the demo staff gives one: the
     * plan says which cases are late, and that needs a short limit for these and a long one for the others.
     *
     * @param before rows of other files that come first
     */
    private byte[] firstRows(Path file, int rows, int before) throws IOException {
        var text = new StringWriter();
        try (var reader = CsvReader.builder().ofCsvRecord(file); var writer = CsvWriter.builder().build(text)) {
            var lines = reader.stream().limit(rows + 1L).map(CsvRecord::getFields).map(ArrayList::new).toList();
            int category = lines.getFirst().indexOf(CATEGORY);
            for (int i = 1; i < lines.size() && category >= 0; i++) {
                var fields = lines.get(i);
                fields.set(category, staff.plan().block().get(before + i - 1).fits(fields.get(category)));
            }
            lines.forEach(writer::writeRecord);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
