package io.gridloop.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * News of a case that an address has to be told.
 *
 * @param client the program as cases know it
 * @param version counts the news of that case; the message tells the present state, so a later one replaces an earlier
 * @param attempts how often it was tried, with this one
 */
record Due(long webhookId, long keyId, String client, String url, String secret, String caseNumber, int version,
        int attempts) {

    static Due of(ResultSet row, int index) throws SQLException {
        return new Due(row.getLong("webhook_id"), row.getLong("key_id"), row.getString("client"),
                row.getString("url"), row.getString("secret"), row.getString("case_number"), row.getInt("version"),
                row.getInt("attempts"));
    }

    /** The same for each attempt at the same news, so that the receiver can leave repetitions out. */
    String messageId() {
        return "msg_%d_%s_%d".formatted(webhookId, caseNumber, version);
    }
}
