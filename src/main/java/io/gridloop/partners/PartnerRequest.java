package io.gridloop.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case on its way to a partner, or there.
 *
 * @param reference the case number, from the second time on with a count; see {@link #mark}
 * @param postedAt when it was first sent without a clear answer; nothing while nothing of it can be over there
 * @param token what leads to its number over there; nothing when there was none
 * @param serviceId its number over there; nothing until it is known
 * @param attempts how often it was tried, with this one
 * @param problem why the last attempt failed, in Chinese
 * @param toldNotes what the other side said last
 * @param toldUpdated when it said so, in its own words
 */
record PartnerRequest(long id, long caseId, String caseNumber, String department, String reference,
        @Nullable String category, String description, String address, @Nullable Double longitude,
        @Nullable Double latitude, Stage stage, Instant createdAt, @Nullable Instant postedAt, @Nullable String token,
        @Nullable String serviceId, int attempts, @Nullable String problem, @Nullable String toldNotes,
        @Nullable String toldUpdated) {

    static PartnerRequest of(ResultSet row, int index) throws SQLException {
        return new PartnerRequest(row.getLong("id"), row.getLong("case_id"), row.getString("case_number"),
                row.getString("department"), row.getString("reference"), row.getString("category"),
                row.getString("description"), row.getString("address"), row.getObject("longitude", Double.class),
                row.getObject("latitude", Double.class), Stage.valueOf(row.getString("stage")),
                row.getTimestamp("created_at").toInstant(), instant(row.getTimestamp("posted_at")),
                row.getString("token"), row.getString("service_id"), row.getInt("attempts"),
                row.getString("problem"), row.getString("told_notes"), row.getString("told_updated"));
    }

    /** The mark by which it is found among all requests over there, in plain ASCII; no other one's mark contains it. */
    String mark() {
        return "[%s]".formatted(reference);
    }

    /** What is sent as description. */
    String described() {
        return "案件编号" + mark() + "：" + description;
    }

    /** Its stage in Chinese. */
    public String label() {
        return stage.label();
    }

    /** Whether it waits for somebody to look. */
    public boolean failed() {
        return stage == Stage.FAILED;
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
