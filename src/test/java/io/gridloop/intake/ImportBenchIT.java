package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.gridloop.bench.BenchReport;
import io.gridloop.cases.CaseFilter;
import io.gridloop.cases.CasePages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast 100,000 generated rows go in, from a CSV and from an XLSX file, and how fast pages are afterwards. */
@IntakeTest
@Tag("bench")
class ImportBenchIT {

    private static final int ROWS = Integer.getInteger("gridloop.bench.rows", 100_000);

    @Autowired
    private MessageImport messages;

    @Autowired
    private ImportBatches batches;

    @Autowired
    private CasePages pages;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @Test
    void importsAHundredThousandRows() throws Exception {
        BenchReport report = new BenchReport("import");
        report.put("rows", ROWS);
        measure(report, "csv", csv(folder.resolve("a.csv")));
        report.put("csv: same file again, rows/s", rate(upload(folder.resolve("a.csv"), "csv")));
        measure(report, "xlsx", xlsx(folder.resolve("a.xlsx")));
        report.put("matters with several cases", jdbc.sql("select count(distinct matter_id) from grid_case")
                .query(Integer.class).single());
        report.put("case list folded, ms", millis(new CaseFilter(null, false, null, null, true)));
        report.put("case list unfolded, ms", millis(new CaseFilter(null, false, null)));
        String number = jdbc.sql("select case_number from grid_case where matter_id is not null limit 1")
                .query(String.class).single();
        long begin = System.nanoTime();
        assertThat(pages.byNumber(number).orElseThrow().similar()).isNotEmpty();
        report.put("case page with similar cases, ms", (System.nanoTime() - begin) / 1_000_000);
        report.put("outbox, bulk lane", jdbc.sql("select count(*) from engine_command where lane = 'BULK'")
                .query(Integer.class).single());
        report.publish();
    }

    private void measure(BenchReport report, String kind, Path file) throws IOException {
        report.put(kind + ": file, MB", Files.size(file) >> 20);
        Upload upload = upload(file, kind);
        long begin = System.nanoTime();
        assertThat(MessageTable.count(upload.content())).isEqualTo(ROWS);
        report.put(kind + ": read through before it is taken, s", seconds(begin));
        long used = cpuNanos();
        report.put(kind + ": rows/s", rate(upload));
        report.put(kind + ": CPU of this JVM, ms a row", Math.round((cpuNanos() - used) / 1e4 / ROWS) / 100.0);
        report.put(kind + ": heap after collection, MB", heapAfterCollection());
        ImportBatch batch = batches.page(0, 1).getFirst();
        report.put(kind + ": accepted / already there / bad",
                batch.accepted() + " / " + batch.alreadyThere() + " / " + batch.bad());
        assertThat(batch.bad()).isEqualTo(ROWS / 100);
    }

    private static Upload upload(Path file, String source) {
        return new Upload(new FileSystemResource(file), file.getFileName().toString(), source, "importer");
    }

    private long rate(Upload upload) {
        messages.run(upload);
        ImportBatch batch = batches.page(0, 1).getFirst();
        assertThat(batch.state()).isEqualTo(ImportState.DONE);
        return batch.rate(batch.importedAt());
    }

    private long millis(CaseFilter filter) {
        pages.list(filter, PageRequest.of(0, 20), "dengjianshe");
        long begin = System.nanoTime();
        pages.list(filter, PageRequest.of(0, 20), "dengjianshe");
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double seconds(long begin) {
        return Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
    }

    /** What was still in use after the fullest collection of the old generation. */
    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage.getUsed() >> 20).sum();
    }

    private static Path csv(Path file) throws IOException {
        GeneratedMessages rows = new GeneratedMessages(1);
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write(String.join(",", GeneratedMessages.HEADER) + "\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(String.join(",", rows.row(i)) + "\n");
            }
        }
        return file;
    }

    private static Path xlsx(Path file) throws IOException {
        GeneratedMessages rows = new GeneratedMessages(2);
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("留言");
            write(sheet, 0, GeneratedMessages.HEADER);
            for (int i = 0; i < ROWS; i++) {
                write(sheet, i + 1, rows.row(i));
            }
        }
        return file;
    }

    private static void write(Worksheet sheet, int row, java.util.List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            sheet.value(row, i, values.get(i));
        }
    }
}
