package io.gridloop.partners;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Another body's server, which answers what the test wants, in that order. */
final class ScriptedServer implements AutoCloseable {

    record Call(String method, String path, Map<String, String> fields) {}

    private record Answer(int status, byte[] body) {}

    /** Stands for an answer that never comes. */
    private static final Answer NEVER = new Answer(0, new byte[0]);

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/v2".formatted(server.getAddress().getPort());
    }

    ScriptedServer answers(int status, String body) {
        script.add(new Answer(status, body.getBytes(UTF_8)));
        return this;
    }

    ScriptedServer neverAnswers() {
        script.add(NEVER);
        return this;
    }

    void forget() {
        calls.clear();
        script.clear();
    }

    List<String> methods() {
        return calls.stream().map(Call::method).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(),
                fields(query == null ? body : query)));
        var answer = script.poll();
        if (answer == NEVER) {
            await();
            exchange.close();
            return;
        }
        var sent = answer == null ? new Answer(500, new byte[0]) : answer;
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
        try (exchange) {
            boolean empty = sent.body().length == 0;
            exchange.sendResponseHeaders(sent.status(), empty ? -1 : sent.body().length);
            if (!empty) {
                exchange.getResponseBody().write(sent.body());
            }
        }
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new HashMap<String, String>();
        for (var pair : encoded.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
