package io.gridloop.desk.patrol;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends patrols that nobody stopped, and deletes old tracks. */
@Component
class PatrolKeeping {

    private final Patrols patrols;

    PatrolKeeping(Patrols patrols) {
        this.patrols = patrols;
    }

    @Scheduled(fixedDelayString = "${gridloop.patrol.sweep-every:PT10M}", initialDelayString = "${gridloop.patrol.sweep-every:PT10M}")
    void keep() {
        patrols.endForgotten();
        patrols.forgetTracks();
    }
}
