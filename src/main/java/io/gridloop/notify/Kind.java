package io.gridloop.notify;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of messages of which staff choose how they get them. */
enum Kind {
    TASK("新任务", EnumSet.allOf(Way.class)),
    REMINDER("催办和超期", EnumSet.allOf(Way.class)),
    SUPERVISION("督办", EnumSet.allOf(Way.class)),
    DIGEST("每日汇总", EnumSet.of(Way.MAIL, Way.SMS));

    private final String label;
    private final Set<Way> ways;

    Kind(String label, Set<Way> ways) {
        this.label = label;
        this.ways = Collections.unmodifiableSet(ways);
    }

    /** For people, in Chinese. */
    public String label() {
        return label;
    }

    /** The ways in which they may come; what is for one person alone does not go to a group. */
    public Set<Way> ways() {
        return ways;
    }
}
