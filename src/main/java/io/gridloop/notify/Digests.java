package io.gridloop.notify;

import io.gridloop.clock.Calendars;
import io.gridloop.clock.WorkingCalendar;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Each working morning who has open tasks is told of them once. After a late start of gridloop it comes late, but not
 * after noon.
 */
@Component
class Digests {

    private static final LocalTime FROM = LocalTime.of(8, 20);
    private static final LocalTime UNTIL = LocalTime.NOON;

    private final DigestWriting writing;
    private final Calendars calendars;
    private final Clock clock;

    Digests(DigestWriting writing, Calendars calendars, Clock clock) {
        this.writing = writing;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${gridloop.notify.digest-every:PT1M}", initialDelayString = "${gridloop.notify.digest-every:PT1M}")
    void writeDue() {
        var now = clock.instant().atZone(WorkingCalendar.ZONE);
        var time = now.toLocalTime();
        if (!time.isBefore(FROM) && time.isBefore(UNTIL) && calendars.county().works(now.toLocalDate())) {
            writing.write(now.toLocalDate());
        }
    }
}
