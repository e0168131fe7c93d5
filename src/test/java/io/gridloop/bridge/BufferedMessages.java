package io.gridloop.bridge;

import java.util.Set;

/** Messages that the engine still keeps, correlated or not: until then it refuses another one with the same id. */
final class BufferedMessages extends View {

    @Override
    String name() {
        return "buffered-messages";
    }

    @Override
    Set<String> kinds() {
        return Set.of("MESSAGE");
    }

    @Override
    void apply(EngineRecord entry) {
        switch (entry.intent()) {
            case "PUBLISHED" -> keep(entry);
            case "EXPIRED" -> remove(entry.key());
            default -> {
            }
        }
    }

    // The mark by which gridloop knows the engine again lasts for ever, and nobody repeats its id.
    private void keep(EngineRecord entry) {
        if (!"Msg_EngineMark".equals(entry.text("name"))) {
            put(entry.key(), () -> Json.object().put("deadline", entry.number("deadline")));
        }
    }

    /** They outlive the test that published them. */
    @Override
    void forget() {}

    /** When the engine lets the last of them go, in milliseconds of its clock; 0 when there is none. */
    long lastDeadline() {
        return items().mapToLong(message -> message.path("deadline").asLong()).max().orElse(0);
    }
}
