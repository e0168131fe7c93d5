package io.gridloop.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Reads what programs send, strictly: a field that is not known is refused, not ignored.
 *
 * @param <T> what is sent
 */
public final class JsonBody<T> {

    /** Bytes of a body at most. */
    public static final int MOST_BYTES = 64 * 1024;

    private final ObjectReader json;

    /** For bodies of this type. */
    public JsonBody(ObjectMapper mapper, Class<T> type) {
        this.json = mapper.readerFor(type).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @throws ApiProblem when the body is too large, no JSON, or not of this type; it names the field */
    public T read(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw ApiProblem.of(HttpStatus.PAYLOAD_TOO_LARGE, "一次最多64 KB。");
        }
        try {
            return Optional.<T>ofNullable(json.readValue(body))
                    .orElseThrow(() -> ApiProblem.of(HttpStatus.BAD_REQUEST, "请求正文是空的。"));
        } catch (JsonMappingException e) {
            throw ApiProblem.wrong(path(e), "没有这个字段，或者值的类型不对");
        } catch (JsonProcessingException e) {
            throw ApiProblem.of(HttpStatus.BAD_REQUEST, "请求正文不是完整的JSON（UTF-8）。");
        } catch (IOException e) {
            throw ApiProblem.of(HttpStatus.BAD_REQUEST, "请求正文没有收全。");
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream().map(it -> Objects.requireNonNullElse(it.getFieldName(), "[]")).findFirst()
                .orElse("body");
    }
}
