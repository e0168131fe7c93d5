package io.gridloop.cases;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case came from.
 *
 * @param client the program that sent it, see {@link Program#client}
 * @param mediaUrl what that program sent with it, see {@link Program#mediaUrl}
 * @param digest of what that program sent, see {@link Program#digest}
 */
@Embeddable
record Origin(
        String submissionKey,
        @Enumerated(EnumType.STRING) SourceChannel channel,
        @Nullable String externalId,
        @Nullable String reportedBy,
        Instant receivedAt,
        Instant reportedAt,
        @Nullable String client,
        @Nullable String mediaUrl,
        @Nullable String digest) {

    static Origin of(Report report, Instant now) {
        var program = report.program();
        return new Origin(report.submissionKey(), report.channel(), report.externalId(), report.reportedBy(),
                report.receivedAt(), now, program == null ? null : program.client(),
                program == null ? null : program.mediaUrl(), program == null ? null : program.digest());
    }

    /** Whether a report is the one that the case was made of, as far as its program says. */
    boolean isOf(Report report) {
        return report.program() == null || report.program().digest().equals(digest);
    }
}
