package io.gridloop.intake.open311;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A program that speaks Open311, from a client address of its own. */
class Open311Program {

    static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final String BOUNDARY = "part-of-a-report";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String address = "198.51.100." + ADDRESSES.incrementAndGet();

    Open311Program(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** @param fields what replaces or adds to a report of litter; an empty value leaves a parameter out */
    HttpResponse<String> report(String key, Map<String, String> fields, String... headers) {
        var form = new HashMap<>(Map.of("api_key", key, "service_code", "01-02", "lat", "35.1", "long", "113.38",
                "description", "路边垃圾堆了三天"));
        form.putAll(fields);
        form.values().removeIf(String::isEmpty);
        return post("/requests.json", FORM, encoded(form), headers);
    }

    /** A report of litter as a multipart form, with these files as its {@code media}. */
    HttpResponse<String> reportWithMedia(String key, Map<String, String> fields, List<byte[]> media,
            String... headers) {
        var form = new HashMap<>(Map.of("api_key", key, "service_code", "01-02", "lat", "35.1", "long", "113.38",
                "description", "路边垃圾堆了三天"));
        form.putAll(fields);
        var request = request("/requests.json").header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(parts(form, media)));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static byte[] parts(Map<String, String> form, List<byte[]> media) {
        var parts = new ByteArrayOutputStream();
        form.forEach(
                (name, value) -> parts.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, name, value).getBytes(UTF_8)));
        for (var each : media) {
            parts.writeBytes("""
                    --%s\r
                    Content-Disposition: form-data; name="media"; filename="a.jpg"\r
                    Content-Type: image/jpeg\r
                    \r
                    """.formatted(BOUNDARY).getBytes(UTF_8));
            parts.writeBytes(each);
            parts.writeBytes("\r\n".getBytes(UTF_8));
        }
        parts.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return parts.toByteArray();
    }

    /** What lies at an address that was given out, with its status. */
    HttpResponse<byte[]> open(String address) {
        var here = address.replaceFirst("^https://county.example", "http://127.0.0.1:" + port);
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(here)).header("X-Forwarded-For", this.address).build(),
                    BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        var request = request(path).method(method, BodyPublishers.noBody());
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), UTF_8) + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(joining("&"));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (Exception e) {
            throw new AssertionError(response.body(), e);
        }
    }

    static Document xml(HttpResponse<String> response) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(response.body())));
        } catch (Exception e) {
            throw new AssertionError(response.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/open311/v2%s".formatted(port, path)))
                .header("X-Forwarded-For", address);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString(UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
