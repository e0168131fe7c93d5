package io.gridloop.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import in the list of imports.
 *
 * @param finishedAt null while it runs, and when it was cut short
 * @param header all headings of the file
 * @param ignored the headings that were not read
 */
record ImportBatch(
        long id,
        String importedBy,
        Instant importedAt,
        @Nullable Instant finishedAt,
        String source,
        String fileName,
        List<String> header,
        List<String> ignored,
        int accepted,
        int alreadyThere,
        int bad) {}
