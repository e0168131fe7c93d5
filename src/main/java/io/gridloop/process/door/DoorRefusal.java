package io.gridloop.process.door;

import java.util.List;

/** The door does not do what was asked; the lines are Chinese and say what to do. */
class DoorRefusal extends RuntimeException {

    private final List<String> lines;

    DoorRefusal(String line) {
        this(List.of(line));
    }

    DoorRefusal(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }
}
