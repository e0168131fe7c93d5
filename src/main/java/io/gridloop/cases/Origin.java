package io.gridloop.cases;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a case came from. */
@Embeddable
record Origin(
        String submissionKey,
        @Enumerated(EnumType.STRING) SourceChannel channel,
        @Nullable String externalId,
        @Nullable String reportedBy,
        Instant receivedAt,
        Instant reportedAt) {

    static Origin of(Report report, Instant now) {
        return new Origin(report.submissionKey(), report.channel(), report.externalId(), report.reportedBy(),
                report.receivedAt(), now);
    }
}
