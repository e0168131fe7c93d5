package io.gridloop.walk;

import java.util.Map;

/** How gridloop is set for a walk. */
final class WalkSettings {

    /**
     * At this scale a limit of 4 hours lasts 4 s and one of 72 hours 72 s, whatever the day of the week: many deadlines
     * pass, and many do not. An answer needs several seconds to come to the engine: who signs or replies gets more.
     */
    static final Map<String, String> PROPERTIES = Map.of(
            "gridloop.territory.sample", "true",
            "gridloop.intake.sample", "false",
            "gridloop.time-scale", "3600",
            "gridloop.clock.count", "plain",
            "gridloop.cases.sign-limit", "15",
            "gridloop.cases.reply-limit", "30",
            "gridloop.cases.on-spot-sample-percent", "50");

    private WalkSettings() {}
}
