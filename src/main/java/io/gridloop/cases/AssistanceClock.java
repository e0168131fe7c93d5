package io.gridloop.cases;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The second clock of co-handlers: a timer of the engine keeps the deadline it was set for, so one that was moved later
 * is watched here alone.
 */
@Component
class AssistanceClock {

    private static final int BATCH = 200;

    private final Assistances assistances;
    private final AssistanceRecords records;
    private final CasesProperties properties;
    private final Clock clock;

    AssistanceClock(Assistances assistances, AssistanceRecords records, CasesProperties properties, Clock clock) {
        this.assistances = assistances;
        this.records = records;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${gridloop.cases.sweep-every:PT30S}", initialDelayString = "${gridloop.cases.sweep-every:PT30S}")
    void recordWhatTheEngineDoesNotSay() {
        assistances.unrecordedOverdue(clock.instant().minus(properties.sweepGrace()), BATCH)
                .forEach(late -> records.overdue(late.caseId(), late.id(), null));
    }
}
