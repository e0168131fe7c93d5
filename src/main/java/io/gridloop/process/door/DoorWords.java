package io.gridloop.process.door;

import io.gridloop.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words that the designer's pages need: names of people, times. */
@Component
class DoorWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Territory territory;
    private final Clock clock;

    DoorWords(Territory territory, Clock clock) {
        this.territory = territory;
        this.clock = clock;
    }

    /** Who a login is. */
    public String who(@Nullable String login) {
        if (login == null) {
            return "";
        }
        return login.equals(Proposal.SYSTEM)
                ? "系统"
                : territory.person(login).map(it -> it.name() + "（" + login + "）").orElse(login);
    }

    /** A time of the county. */
    public String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time.atZone(clock.getZone()));
    }
}
