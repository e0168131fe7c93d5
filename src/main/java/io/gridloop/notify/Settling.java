package io.gridloop.notify;

import io.gridloop.cases.StaffNotified;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what became of messages. What was not taken waits twice as long each time, and in the end it has failed. */
@Component
class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    /** The last one about five hours after the first. */
    static final int MOST_ATTEMPTS = 12;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final QuietTimes quiet;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(Deliveries deliveries, QuietTimes quiet, ApplicationEventPublisher events, Clock clock) {
        this.deliveries = deliveries;
        this.quiet = quiet;
        this.events = events;
        this.clock = clock;
    }

    /** The same became of all of them. */
    @Transactional
    public void settle(List<Delivery> bundle, Outcome outcome) {
        switch (outcome) {
            case Outcome.Delivered() -> {
                deliveries.sent(bundle, clock.instant());
                bundle.forEach(each -> tell(each, null));
            }
            case Outcome.Refused(var problem) -> bundle.forEach(each -> fail(each, problem));
            case Outcome.Later(var problem) -> bundle.forEach(each -> postpone(each, problem));
        }
    }

    private void postpone(Delivery it, String problem) {
        if (it.attempts() + 1 >= MOST_ATTEMPTS) {
            fail(it, problem);
        } else {
            var next = clock.instant().plus(pause(it.attempts()));
            deliveries.postpone(it, quiet.release(next, it.login(), it.channel(), it.urgent()), problem);
        }
    }

    private void fail(Delivery it, String problem) {
        log.error("Message {} by {} has failed: {}", it.id(), it.channel(), problem);
        deliveries.fail(it, clock.instant(), problem);
        tell(it, problem);
    }

    /** The history of the case has it. */
    private void tell(Delivery it, @Nullable String problem) {
        if (it.caseId() != null) {
            events.publishEvent(new StaffNotified(it.caseId(), it.login(), it.channel().label(), problem));
        }
    }

    /** With jitter, so that those who failed together do not come back together. */
    private static Duration pause(int attempts) {
        long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << attempts);
        return Duration.ofMillis(most / 2 + RandomGenerator.getDefault().nextLong(most / 2 + 1));
    }
}
