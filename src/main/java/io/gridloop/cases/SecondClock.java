package io.gridloop.cases;

import java.time.Clock;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The second clock: finds deadlines that passed without the engine saying so, because it is away or behind. The
 * record is the engine's own, so that nobody is late twice.
 */
@Component
class SecondClock {

    private final Cases cases;
    private final DeadlineRecords records;
    private final CasesProperties properties;
    private final Clock clock;

    SecondClock(Cases cases, DeadlineRecords records, CasesProperties properties, Clock clock) {
        this.cases = cases;
        this.records = records;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${gridloop.cases.sweep-every:PT30S}", initialDelayString = "${gridloop.cases.sweep-every:PT30S}")
    void recordWhatTheEngineMissed() {
        cases.unrecordedOverdue(clock.instant().minus(properties.sweepGrace()), Limit.of(200))
                .forEach(late -> records.overdue(late.caseId(), late.round(), null));
    }
}
