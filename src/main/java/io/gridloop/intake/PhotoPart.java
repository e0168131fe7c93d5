package io.gridloop.intake;

import io.gridloop.intake.ApiProblem.Wrong;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A part of a photograph as a phone sends it.
 *
 * @param start where in the file it begins, in bytes
 * @param length bytes of the whole file
 */
record PhotoPart(int start, int length, byte[] content) {

    /** Bytes of a part at least, but for the last one: nobody fills the table with crumbs. */
    static final int SMALLEST = 64 << 10;
    /** Bytes of a part at most. */
    static final int LARGEST = 1 << 20;

    /**
     * Reads what a part says of itself, in the headers of the draft "Resumable Uploads for HTTP".
     *
     * @param most bytes of a file at most
     * @throws ApiProblem when it says nothing that can be read, or does not fit its file
     */
    static PhotoPart of(@Nullable String offset, @Nullable String length, @Nullable String complete, byte[] content,
            long most) {
        var part = new PhotoPart(number("Upload-Offset", offset), number("Upload-Length", length), content);
        if (part.length > most || content.length > LARGEST) {
            throw ApiProblem.wrong(HttpStatus.PAYLOAD_TOO_LARGE, List.of(part.length > most
                    ? new Wrong("Upload-Length", "照片超过了 %d MB，请缩小后再选".formatted(most >> 20))
                    : new Wrong("Content-Length", "每次最多发 %d 字节".formatted(LARGEST))));
        }
        if (part.end() > part.length) {
            throw ApiProblem.wrong("Upload-Length", "发来的内容比 Upload-Length 说的多");
        }
        if (!(part.isLast() ? "?1" : "?0").equals(complete)) {
            throw ApiProblem.wrong("Upload-Complete", "最后一段填 ?1，其他填 ?0");
        }
        if (!part.isLast() && content.length < SMALLEST) {
            throw ApiProblem.wrong("Content-Length", "除了最后一段，每次至少发 %d 字节".formatted(SMALLEST));
        }
        return part;
    }

    /** Where in the file it ends, in bytes. */
    long end() {
        return (long) start + content.length;
    }

    boolean isLast() {
        return end() == length;
    }

    private static int number(String header, @Nullable String value) {
        if (value == null || !value.matches("\\d{1,9}")) {
            throw ApiProblem.wrong(header, "请填字节数");
        }
        return Integer.parseInt(value);
    }
}
