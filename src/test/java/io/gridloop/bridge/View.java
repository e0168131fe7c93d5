package io.gridloop.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One collection of the 8.8 search API, kept up to date from the engine's log. */
abstract class View {

    private final Map<String, ObjectNode> items = new LinkedHashMap<>();

    /** The collection's name in the address, such as {@code process-instances}. */
    abstract String name();

    /** The kinds of records it is made of. */
    abstract Set<String> kinds();

    abstract void apply(EngineRecord entry);

    /** Forgets what happened, at the end of a test; what is deployed stays. */
    void forget() {
        items.clear();
    }

    /** All items in the order in which they came to be, which is what Process Test sorts by. */
    Stream<ObjectNode> items() {
        return items.values().stream();
    }

    Stream<ObjectNode> item(String key) {
        return Stream.ofNullable(items.get(key)).map(this::complete);
    }

    /** Adds what only other collections know. */
    ObjectNode complete(ObjectNode item) {
        return item;
    }

    /** The item of the key; a new one at the end where there is none yet. */
    final ObjectNode put(Object key, Supplier<ObjectNode> fresh) {
        return items.computeIfAbsent(key.toString(), unused -> fresh.get());
    }

    final void remove(Object key) {
        items.remove(key.toString());
    }

    final ObjectNode known(Object key) {
        return put(key, Json::object);
    }
}
