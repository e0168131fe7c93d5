package io.gridloop.territory;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that somebody who prepares a county sees all of it at once. */
class Problems {

    private final List<String> found = new ArrayList<>();

    /** @param where file and line or feature, for example {@code staff.csv 第7行} */
    void add(String where, String reason) {
        found.add(where + "：" + reason);
    }

    void check(boolean fine, String where, String reason) {
        if (!fine) {
            add(where, reason);
        }
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidCounty(found);
        }
    }
}
