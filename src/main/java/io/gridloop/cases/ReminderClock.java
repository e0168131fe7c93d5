package io.gridloop.cases;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks which deadlines to remind of. */
@Component
class ReminderClock {

    private static final int MOST = 200;

    private final Reminding reminding;

    ReminderClock(Reminding reminding) {
        this.reminding = reminding;
    }

    @Scheduled(fixedDelayString = "${gridloop.cases.sweep-every:PT30S}", initialDelayString = "${gridloop.cases.sweep-every:PT30S}")
    void remind() {
        for (var some = reminding.unplanned(MOST); !some.isEmpty(); some = reminding.unplanned(MOST)) {
            some.forEach(reminding::plan);
        }
        reminding.due(MOST).forEach(reminding::remind);
    }
}
