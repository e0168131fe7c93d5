package io.gridloop.intake.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers in the format that was asked for, with the headers of the specification. */
final class Responses {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    private Responses() {}

    /**
     * What was asked for.
     *
     * @param root the name of the whole, which only XML shows
     * @param body records, lists and plain values; what is null stays, as an empty element or {@code null}
     */
    static ResponseEntity<byte[]> ok(Format format, String root, Object body) {
        return response(HttpStatus.OK, format, root, body, Duration.ZERO);
    }

    /** Why it was refused. */
    static ResponseEntity<byte[]> refused(Format format, Refused why) {
        return response(why.status(), format, "errors", why.errors(), why.pause());
    }

    private static ResponseEntity<byte[]> response(HttpStatus status, Format format, String root, Object body,
            Duration pause) {
        var response = ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, format.contentType());
        if (pause.isPositive()) {
            response.header(HttpHeaders.RETRY_AFTER, String.valueOf(pause.plusMillis(999).toSeconds()));
        }
        return response.body(text(format, root, body).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Format format, String root, Object body) {
        try {
            return format == Format.JSON
                    ? JSON.writeValueAsString(body)
                    : XmlText.of(root, JSON.valueToTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
