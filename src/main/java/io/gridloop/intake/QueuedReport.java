package io.gridloop.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report that waited on a phone, as the phone sends it; nothing checked yet. Its fields are those of
 * {@link ReportForm}.
 *
 * @param answers to the questions of the category, by the code of the question
 * @param photos how many photographs belong to it; nothing is none
 * @param savedAt when it was saved by the clock of the phone, ISO 8601
 */
record QueuedReport(
        @Nullable String category,
        @Nullable String text,
        @Nullable String place,
        @Nullable String gridCode,
        @Nullable String longitude,
        @Nullable String latitude,
        @Nullable String datum,
        @Nullable String address,
        @Nullable String reporterName,
        @Nullable String contact,
        @Nullable String emergencyLine,
        @Nullable Map<String, List<String>> answers,
        @Nullable Integer photos,
        @Nullable String savedAt) {

    /** The same as a report page would have sent it. */
    ReportForm form(String key) {
        return new ReportForm(key, or(category), or(text), or(place), or(gridCode), or(longitude), or(latitude),
                or(datum), or(address), or(reporterName), or(contact), "", "", "", or(emergencyLine));
    }

    /** How many photographs it says that it has. */
    int photoCount() {
        return photos == null ? 0 : photos;
    }

    private static String or(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
