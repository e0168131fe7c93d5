package io.gridloop.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import in the list of imports.
 *
 * @param startedAt when this run began; null before the first
 * @param startedFrom rows that had been read when this run began; more than none after a restart
 * @param finishedAt null until it ends
 * @param header all headings of the file
 * @param ignored the headings that were not read
 * @param total rows of the file
 * @param rowsRead rows that were looked at: accepted, already there or bad
 * @param cancelledBy who asked to cancel it
 * @param problem why it failed, in Chinese
 */
record ImportBatch(
        long id,
        ImportState state,
        String importedBy,
        Instant importedAt,
        @Nullable Instant startedAt,
        int startedFrom,
        @Nullable Instant finishedAt,
        String source,
        String fileName,
        List<String> header,
        List<String> ignored,
        int total,
        int rowsRead,
        int accepted,
        int alreadyThere,
        int bad,
        @Nullable String cancelledBy,
        @Nullable String problem) {

    /** Share of the rows that were read, 0 to 100. */
    int percent() {
        return total == 0 ? 100 : (int) (100L * rowsRead / total);
    }

    /** Rows a second in this run so far; 0 when nothing can be said yet. */
    int rate(Instant now) {
        long millis = startedAt == null
                ? 0
                : Duration.between(startedAt, finishedAt == null ? now : finishedAt).toMillis();
        return millis <= 0 ? 0 : (int) Math.round(1000.0 * (rowsRead - startedFrom) / millis);
    }

    /** How long the rest will take; null when nothing can be said yet. */
    @Nullable
    Duration rest(Instant now) {
        int rate = rate(now);
        return rate == 0 || !state.open() ? null : Duration.ofSeconds((total - rowsRead + rate - 1) / rate);
    }
}
