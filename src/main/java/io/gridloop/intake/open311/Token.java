package io.gridloop.intake.open311;

import io.gridloop.intake.SubmissionKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells one submission of a program from another, and leads back to its case.
 *
 * @param client the program
 * @param value 32 hexadecimal digits
 */
record Token(String client, String value) {

    private static final int LONGEST_KEY = 255;
    private static final Pattern VALUE = Pattern.compile("[0-9a-f]{32}");

    /**
     * Of a submission: always the same under the same idempotency key, and another one each time without such a key.
     *
     * @throws Refused when it has no api_key, or the idempotency key is too long
     */
    static Token of(Visit visit, @Nullable String idempotencyKey) {
        var client = visit.client();
        var key = idempotencyKey == null ? "" : idempotencyKey.strip();
        if (key.length() > LONGEST_KEY) {
            throw Refused.wrong(List.of("Idempotency-Key：最多%d个字符".formatted(LONGEST_KEY)));
        }
        var named = key.isEmpty() ? UUID.randomUUID().toString() : key;
        return new Token(client, SubmissionKey.sha256(named.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    }

    /** Whether a text can be the value of a token. */
    static boolean canBe(String value) {
        return VALUE.matcher(value).matches();
    }

    String submissionKey() {
        return client + ":" + value;
    }
}
