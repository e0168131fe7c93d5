package io.gridloop.territory;

import java.util.List;

/** The files of a county contradict each other or cannot be read; the message lists where and why. */
class InvalidCounty extends RuntimeException {

    InvalidCounty(List<String> problems) {
        super("县的资料没有载入，请改正后重新启动：\n" + String.join("\n", problems));
    }
}
