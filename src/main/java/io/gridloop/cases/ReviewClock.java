package io.gridloop.cases;

import java.time.Clock;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Resumes suspended cases on the day of their review, when nobody did so before. */
@Component
class ReviewClock {

    private final Cases cases;
    private final Suspending suspending;
    private final Clock clock;

    ReviewClock(Cases cases, Suspending suspending, Clock clock) {
        this.cases = cases;
        this.suspending = suspending;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${gridloop.cases.sweep-every:PT30S}", initialDelayString = "${gridloop.cases.sweep-every:PT30S}")
    void resumeWhatIsToBeReviewed() {
        cases.toBeReviewed(clock.instant(), Limit.of(200)).forEach(suspending::review);
    }
}
