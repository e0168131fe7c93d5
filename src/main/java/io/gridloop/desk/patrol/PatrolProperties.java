package io.gridloop.desk.patrol;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of patrols, {@code gridloop.patrol.*}.
 *
 * @param longest after which time a patrol that nobody stopped ends by itself
 * @param tracksKept how long positions are kept after the start of their patrol; its figures stay
 */
@ConfigurationProperties("gridloop.patrol")
public record PatrolProperties(@DefaultValue("12h") Duration longest, @DefaultValue("90d") Duration tracksKept) {

    public PatrolProperties {
        if (longest.toSeconds() < 1 || tracksKept.toSeconds() < 1) {
            throw new IllegalArgumentException("gridloop.patrol.longest and .tracks-kept are at least a second");
        }
    }
}
