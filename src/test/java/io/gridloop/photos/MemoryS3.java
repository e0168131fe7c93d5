package io.gridloop.photos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** As much of S3 as a store of pictures needs, in memory. It checks each signature by what it received alone. */
final class MemoryS3 implements AutoCloseable {

    static final String ACCESS_KEY = "gridloop";
    static final String SECRET_KEY = "the-secret-of-the-test";
    static final String BUCKET = "photos";
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY
            + "/(\\d{8})/cn-test-1/s3/aws4_request,SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})");

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    /** What is answered instead, whatever was asked; 0 for the true answer. */
    volatile int instead;
    /** Whether answers stop in their middle. */
    volatile boolean stalls;
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    MemoryS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (instead != 0) {
                exchange.getResponseHeaders().set("Location", endpoint() + "/elsewhere");
                exchange.sendResponseHeaders(instead, -1);
            } else if (!authentic(exchange, body)) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                answer(exchange, body);
            }
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        var name = exchange.getRequestURI().getRawPath();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(name, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(name);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> read(exchange, objects.get(name));
        }
    }

    private void read(HttpExchange exchange, byte @Nullable [] object) throws IOException {
        if (object == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.sendResponseHeaders(200, object.length);
        int first = stalls ? object.length / 2 : object.length;
        exchange.getResponseBody().write(object, 0, first);
        exchange.getResponseBody().flush();
        if (stalls) {
            await();
        }
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean authentic(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var sent = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        var hash = hex(sha256(body));
        if (!sent.matches() || !hash.equals(headers.getFirst("x-amz-content-sha256"))) {
            return false;
        }
        var request = new StringBuilder(exchange.getRequestMethod()).append('\n')
                .append(exchange.getRequestURI().getRawPath()).append("\n\n");
        for (var name : sent.group(2).split(";")) {
            request.append(name).append(':').append(headers.getFirst(name)).append('\n');
        }
        request.append('\n').append(sent.group(2)).append('\n').append(hash);
        var toSign = "AWS4-HMAC-SHA256\n" + headers.getFirst("x-amz-date") + "\n" + sent.group(1)
                + "/cn-test-1/s3/aws4_request\n" + hex(sha256(request.toString().getBytes(UTF_8)));
        var key = ("AWS4" + SECRET_KEY).getBytes(UTF_8);
        for (var part : new String[]{sent.group(1), "cn-test-1", "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        return sent.group(2).contains("host") && hex(hmac(key, toSign)).equals(sent.group(3));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
