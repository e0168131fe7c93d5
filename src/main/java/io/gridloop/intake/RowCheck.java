package io.gridloop.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the rows of one file in their order. */
final class RowCheck {

    private final MessageReports reports;
    private final String source;
    private final @Nullable String login;
    private final SeenNumbers seen = new SeenNumbers();

    RowCheck(MessageReports reports, String source, @Nullable String login) {
        this.reports = reports;
        this.source = source;
        this.login = login;
    }

    List<CheckedRow> of(List<MessageRow> rows) {
        return rows.stream().map(this::of).toList();
    }

    private CheckedRow of(MessageRow row) {
        if (row.problem() != null) {
            return new CheckedRow(row, null, row.bad(BadRow.WHOLE_ROW, row.problem()));
        }
        try {
            CheckedRow checked = new CheckedRow(row, reports.of(row, source, login), null);
            seen.check(row);
            return checked;
        } catch (RowProblem e) {
            return new CheckedRow(row, null, row.bad(e.field(), e.reason()));
        }
    }
}
