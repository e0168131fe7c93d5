package io.gridloop.intake;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A photograph of a report that waits on a phone, on its way in.
 *
 * @param key of the report
 * @param number its place among those of the report, from 1
 * @param digest SHA-256 of the whole file, in hexadecimal digits
 */
record PartialPhoto(UUID key, int number, String digest) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws ApiProblem naming what is none of them */
    static PartialPhoto of(String key, String number, String digest) {
        QueuedReportController.requireKey(key);
        int place = QueuedReportController.number(number);
        if (!DIGEST.matcher(digest).matches()) {
            throw ApiProblem.wrong("digest", "请填整个文件的 SHA-256，64 位小写十六进制数字");
        }
        return new PartialPhoto(UUID.fromString(key), place, digest);
    }
}
