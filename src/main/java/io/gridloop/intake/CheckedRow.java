package io.gridloop.intake;

import io.gridloop.cases.Report;
import org.jspecify.annotations.Nullable;

/** A row after its check: either a report, or what is wrong with it. */
record CheckedRow(MessageRow row, @Nullable Report report, @Nullable BadRow bad) {

    CheckedRow refused(String reason) {
        return new CheckedRow(row, null, row.bad(BadRow.WHOLE_ROW, reason));
    }
}
