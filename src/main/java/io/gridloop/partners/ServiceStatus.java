package io.gridloop.partners;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the other side says of a request.
 *
 * @param id its number over there
 * @param closed whether it is closed
 * @param notes what it says, in one line
 * @param updated when it said so, as it wrote it
 */
record ServiceStatus(String id, boolean closed, @Nullable String notes, @Nullable String updated) {

    private static final int LONGEST_NOTES = 1_000;
    private static final int LONGEST_TIME = 60;

    static ServiceStatus of(JsonNode node) {
        return new ServiceStatus(node.path("service_request_id").asText(""),
                node.path("status").asText("").strip().equalsIgnoreCase("closed"),
                text(node, "status_notes", LONGEST_NOTES), text(node, "updated_datetime", LONGEST_TIME));
    }

    private static @Nullable String text(JsonNode node, String name, int most) {
        var value = node.path(name);
        return value.isValueNode() && !value.isNull() ? ForeignText.line(value.asText(), most).orElse(null) : null;
    }

    /** Whether the history of the case lacks it. The first time of an update without words tells nothing new. */
    boolean newsAfter(PartnerRequest it) {
        boolean moved = it.toldUpdated() != null && updated != null && !updated.equals(it.toldUpdated());
        return closed || moved || notes != null && !Objects.equals(notes, it.toldNotes());
    }

    /** In Chinese, for the history of the case; what stands there already is not repeated. */
    String wordsAfter(PartnerRequest it) {
        boolean silent = notes == null || !closed && notes.equals(it.toldNotes());
        if (silent) {
            return closed ? "对方已办结，没有说明。" : "对方有更新，没有新的说明。";
        }
        return closed ? "对方已办结。" + notes : String.valueOf(notes);
    }
}
