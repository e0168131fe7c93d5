package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything that happened in the engine since the last purge, as the 8.8 search API would tell it. */
final class EngineView {

    private final Definitions definitions = new Definitions();
    private final Incidents incidents = new Incidents();
    private final ProcessInstances processInstances = new ProcessInstances(definitions, incidents);
    private final SequenceFlows sequenceFlows = new SequenceFlows();
    private final Markers markers = new Markers();
    private final BufferedMessages bufferedMessages = new BufferedMessages();
    private final Map<String, View> views = new LinkedHashMap<>();
    private final EngineLog log;

    EngineView(URI openSearch) {
        List.of(
                definitions,
                processInstances,
                new ElementInstances(definitions, incidents),
                sequenceFlows,
                new Variables(),
                incidents,
                new UserTasks(definitions),
                new Decisions(),
                new MessageSubscriptions(),
                new CorrelatedMessages(),
                markers,
                bufferedMessages)
                .forEach(view -> views.put(view.name(), view));
        this.log = new EngineLog(openSearch, kinds(), Set.of(Definitions.KIND));
    }

    boolean has(String collection) {
        return views.containsKey(collection);
    }

    synchronized ObjectNode search(String collection, SearchRequest request) {
        return upToDate(() -> request.answer(views.get(collection).items()));
    }

    synchronized Optional<ObjectNode> find(String collection, String key) {
        return upToDate(() -> views.get(collection).item(key).findFirst());
    }

    synchronized ObjectNode sequenceFlows(String processInstanceKey) {
        return upToDate(() -> {
            ObjectNode answer = Json.object();
            sequenceFlows.of(processInstanceKey).forEach(answer.putArray("items")::add);
            return answer;
        });
    }

    synchronized Optional<byte[]> diagram(String definitionKey) {
        return upToDate(() -> definitions.diagram(definitionKey));
    }

    synchronized List<String> activeRoots() {
        return upToDate(processInstances::activeRoots);
    }

    synchronized boolean hasSeen(String marker) {
        return upToDate(() -> markers.item(marker).findFirst().isPresent());
    }

    synchronized long lastMessageDeadline() {
        return upToDate(bufferedMessages::lastDeadline);
    }

    synchronized void forget() {
        views.values().forEach(View::forget);
    }

    private <T> T upToDate(Supplier<T> answer) {
        log.news().forEach(this::apply);
        return answer.get();
    }

    private void apply(EngineRecord entry) {
        views.values().stream().filter(view -> view.kinds().contains(entry.kind())).forEach(view -> view.apply(entry));
    }

    private Set<String> kinds() {
        return views.values().stream().flatMap(view -> view.kinds().stream()).collect(Collectors.toSet());
    }
}
