package io.gridloop.notify;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When messages may be sent. A group is nobody's own, so it is quiet at the usual hours. */
@Component
class QuietTimes {

    private final StaffChoices choices;
    private final Clock clock;

    QuietTimes(StaffChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    /** The first instant, not before this one, at which a message may go; what is urgent may always. */
    Instant release(Instant at, String login, Channel channel, boolean urgent) {
        if (urgent) {
            return at;
        }
        var quiet = channel.way() == Way.GROUP ? QuietHours.USUAL : choices.of(login).quiet();
        return quiet.release(at, clock.getZone());
    }
}
