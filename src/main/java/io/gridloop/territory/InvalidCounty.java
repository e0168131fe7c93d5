package io.gridloop.territory;

import java.util.List;

/** The files of a county contradict each other or cannot be read; the message lists where and why. */
class InvalidCounty extends RuntimeException {

    InvalidCounty(List<String> problems) {
        super("The county was not loaded:\n" + String.join("\n", problems));
    }
}
