package io.gridloop.notify;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Old messages go; the history of the case keeps that they were sent. */
@Component
class DeliveryKeeping {

    private static final Duration KEPT = Duration.ofDays(90);

    private final Deliveries deliveries;
    private final Clock clock;

    DeliveryKeeping(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT10M")
    void forgetOld() {
        deliveries.forgetEnded(clock.instant().minus(KEPT));
    }
}
