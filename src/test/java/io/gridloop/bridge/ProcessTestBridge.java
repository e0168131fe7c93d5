package io.gridloop.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Stands where Camunda Process Test expects the REST and the monitoring address of an 8.8 engine, and answers for an
 * 8.6 broker: searches from the engine's log, clock and purge by their own means, everything else from the broker.
 * gRPC goes to the broker directly.
 */
public final class ProcessTestBridge implements AutoCloseable {

    static {
        // Without it each answer on a kept connection waits for the peer's delayed acknowledgement, about 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final EngineAddresses engine;
    private final EngineView view;
    private final ClockControl clock;
    private final Purge purge;
    private final MessageExpiry messages;
    private final HttpServer server;

    private ProcessTestBridge(EngineAddresses engine, HttpServer server) {
        this.engine = engine;
        this.server = server;
        this.view = new EngineView(engine.openSearch());
        this.clock = new ClockControl(engine.management());
        this.purge = new Purge(engine.rest(), view);
        this.messages = new MessageExpiry(view, clock);
    }

    /**
     * Starts a bridge on a free loopback port.
     *
     * @param engine the engine to answer for; it must be running, with one partition and a controllable clock
     * @throws IllegalStateException when the engine does not answer
     */
    public static ProcessTestBridge start(EngineAddresses engine) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ProcessTestBridge bridge = new ProcessTestBridge(engine, server);
            server.createContext("/", bridge::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return bridge;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bridge listens: both the REST address and the monitoring address of the engine under test. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How far the engine's clock is ahead of the real one; see {@link EngineClock}. */
    public Duration ahead() {
        return clock.ahead();
    }

    /** Ends all instances and makes the engine let go of the messages that it keeps, by moving its clock past their time. */
    public void clear() {
        purge.run();
        messages.run();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = answer(exchange.getRequestMethod(), exchange.getRequestURI(), body);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answer(String method, URI address, byte[] body) {
        try {
            return route(method, address, body);
        } catch (UnsupportedSearchException | IllegalArgumentException e) {
            return Answer.problem(400, e);
        } catch (RuntimeException e) {
            return Answer.problem(500, e);
        }
    }

    private Answer route(String method, URI address, byte[] body) {
        return switch (method + " " + address.getPath()) {
            case "GET /v2/topology" -> Answer.json(topology());
            case "GET /actuator/clock", "DELETE /actuator/clock" -> Answer.json(clock.read());
            case "POST /actuator/clock/add" -> Answer.json(clock.add(Json.read(body)));
            case "POST /actuator/cluster/purge" -> Answer.json(Json.object().put("changeId", purge.run()));
            case "POST /v2/jobs/activation" -> throw new UnsupportedSearchException("jobs over REST; use gRPC");
            default ->
                collection(method, address.getPath().split("/"), body).orElseGet(() -> pass(method, address, body));
        };
    }

    /** Answers {@code /v2/<collection>/search} and {@code /v2/<collection>/<key>[/<part>]}; nothing for other paths. */
    private Optional<Answer> collection(String method, String[] path, byte[] body) {
        if (path.length < 4 || !view.has(path[2])) {
            return Optional.empty();
        }
        if (method.equals("POST") && path.length == 4 && path[3].equals("search")) {
            return Optional.of(Answer.json(view.search(path[2], new SearchRequest(Json.read(body)))));
        }
        return method.equals("GET") ? Optional.of(one(path)) : Optional.empty();
    }

    private Answer one(String[] path) {
        String part = path.length == 5 ? path[4] : "";
        return switch (part) {
            case "" -> view.find(path[2], path[3]).map(Answer::json).orElseGet(Answer::notFound);
            case "xml" -> view.diagram(path[3]).map(Answer::xml).orElseGet(Answer::notFound);
            case "sequence-flows" -> Answer.json(view.sequenceFlows(path[3]));
            default -> Answer.notFound();
        };
    }

    /**
     * The broker's topology, healthy throughout: after a leap of the clock the broker's health monitor believes for a
     * while that its partition is stuck, and Process Test would wait for it after every test.
     */
    private JsonNode topology() {
        ObjectNode topology = (ObjectNode) Web.get(engine.rest().resolve("/v2/topology"));
        topology.path("brokers").forEach(broker -> broker.path("partitions")
                .forEach(partition -> ((ObjectNode) partition).put("health", "healthy")));
        return topology.put("lastCompletedChangeId", String.valueOf(purge.lastChange()));
    }

    private Answer pass(String method, URI address, byte[] body) {
        URI base = address.getPath().startsWith("/actuator") ? engine.management() : engine.rest();
        var answer = Web.send(method, base.resolve(address.toString()), body);
        String type = answer.headers().firstValue("Content-Type").orElse("application/json");
        return new Answer(answer.statusCode(), type, answer.body());
    }

    private record Answer(int status, String type, byte[] body) {

        static Answer json(JsonNode node) {
            return new Answer(200, "application/json", Json.write(node));
        }

        static Answer xml(byte[] xml) {
            return new Answer(200, "text/xml", xml);
        }

        static Answer notFound() {
            return new Answer(404, "text/plain", "No such item".getBytes(StandardCharsets.UTF_8));
        }

        static Answer problem(int status, RuntimeException reason) {
            ObjectNode problem = Json.object().put("title", "Process test bridge").put("status", status);
            return new Answer(status, "application/problem+json", Json.write(problem.put("detail", reason.toString())));
        }
    }
}
