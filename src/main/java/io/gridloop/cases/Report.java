package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports; category and place may be missing, the county's intake officer adds them.
 *
 * @param submissionKey the caller's key of this submission; the same key never makes a second case, 1 to 100 characters
 * @param channel the way it came in
 * @param externalId its number in the system it came from
 * @param category a code known to {@link Categories}
 * @param subject a headline
 * @param text what happened, 1 to {@link Reporting#MAX_TEXT} characters
 * @param gridCode a grid known to the territory
 * @param longitude degrees, WGS-84
 * @param latitude degrees, WGS-84
 * @param address the place in words
 * @param reporterName who reports; kept apart from the case
 * @param contact how to reach the reporter; kept apart from the case
 * @param reportedBy login of the member of staff who filed it
 * @param onSpotResult what was done at once, when the matter is already handled
 * @param receivedAt when the report was received, which may be long before it reached this system
 * @param emergencyLine number of the emergency line it belongs to: somebody is in danger now, see {@link EmergencyLine}
 * @param program the program outside that sent it; nothing when people or gridloop itself did
 * @param answers to the questions of the category, each code once
 */
public record Report(
        String submissionKey,
        SourceChannel channel,
        @Nullable String externalId,
        @Nullable String category,
        @Nullable String subject,
        String text,
        @Nullable String gridCode,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable String address,
        @Nullable String reporterName,
        @Nullable String contact,
        @Nullable String reportedBy,
        @Nullable String onSpotResult,
        Instant receivedAt,
        @Nullable String emergencyLine,
        @Nullable Program program,
        List<ReportAnswer> answers) {

    /** A report of something that is no emergency. */
    public Report(String submissionKey, SourceChannel channel, @Nullable String externalId, @Nullable String category,
            @Nullable String subject, String text, @Nullable String gridCode, @Nullable Double longitude,
            @Nullable Double latitude, @Nullable String address, @Nullable String reporterName,
            @Nullable String contact, @Nullable String reportedBy, @Nullable String onSpotResult,
            Instant receivedAt) {
        this(submissionKey, channel, externalId, category, subject, text, gridCode, longitude, latitude, address,
                reporterName, contact, reportedBy, onSpotResult, receivedAt, null);
    }

    /** A report that no program sent. */
    public Report(String submissionKey, SourceChannel channel, @Nullable String externalId, @Nullable String category,
            @Nullable String subject, String text, @Nullable String gridCode, @Nullable Double longitude,
            @Nullable Double latitude, @Nullable String address, @Nullable String reporterName,
            @Nullable String contact, @Nullable String reportedBy, @Nullable String onSpotResult, Instant receivedAt,
            @Nullable String emergencyLine) {
        this(submissionKey, channel, externalId, category, subject, text, gridCode, longitude, latitude, address,
                reporterName, contact, reportedBy, onSpotResult, receivedAt, emergencyLine, null);
    }

    /** A report that answers no questions. */
    public Report(String submissionKey, SourceChannel channel, @Nullable String externalId, @Nullable String category,
            @Nullable String subject, String text, @Nullable String gridCode, @Nullable Double longitude,
            @Nullable Double latitude, @Nullable String address, @Nullable String reporterName,
            @Nullable String contact, @Nullable String reportedBy, @Nullable String onSpotResult, Instant receivedAt,
            @Nullable String emergencyLine, @Nullable Program program) {
        this(submissionKey, channel, externalId, category, subject, text, gridCode, longitude, latitude, address,
                reporterName, contact, reportedBy, onSpotResult, receivedAt, emergencyLine, program, List.of());
    }

    /** The same with answers to the questions of its category. */
    public Report answering(List<ReportAnswer> answers) {
        return new Report(submissionKey, channel, externalId, category, subject, text, gridCode, longitude, latitude,
                address, reporterName, contact, reportedBy, onSpotResult, receivedAt, emergencyLine, program, answers);
    }

    /** Without who reports, so that it never gets into a log. */
    @Override
    public String toString() {
        return "Report[" + channel + " " + submissionKey + "]";
    }
}
