package io.gridloop.bridge;

import java.util.Set;

/** Messages published; their names tell how far the log has been read. */
final class Markers extends View {

    @Override
    String name() {
        return "markers";
    }

    @Override
    Set<String> kinds() {
        return Set.of("MESSAGE");
    }

    @Override
    void apply(EngineRecord entry) {
        put(String.valueOf(entry.text("name")), Json::object);
    }
}
