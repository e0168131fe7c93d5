package io.gridloop.cases;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps in the history of a case whom messages have reached, and whom not. */
@Component
public class Tidings {

    private static final String ELEMENT = "Notification";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Cases cases;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Tidings(Cases cases, History history, Actors actors, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /** Without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StaffNotified event) {
        cases.findById(event.caseId()).ifPresent(
                it -> history.write(it, ELEMENT, Actor.SYSTEM, null, words(event)));
    }

    private String words(StaffNotified event) {
        var name = actors.shortName(event.login());
        return event.problem() == null
                ? "已通知%s：%s，%s。".formatted(name, event.channel(), TIME.format(clock.instant().atZone(clock.getZone())))
                : "未能通知%s：%s，%s。".formatted(name, event.channel(), event.problem());
    }
}
