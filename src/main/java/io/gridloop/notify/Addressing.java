package io.gridloop.notify;

import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a notice down for each channel that its person wants and that reaches them; {@link Sender} sends it later. */
@Component
class Addressing {

    private final Channels channels;
    private final Deliveries deliveries;
    private final StaffChoices choices;
    private final QuietTimes quiet;
    private final Territory territory;
    private final Clock clock;

    Addressing(Channels channels, Deliveries deliveries, StaffChoices choices, QuietTimes quiet, Territory territory,
            Clock clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.choices = choices;
        this.quiet = quiet;
        this.territory = territory;
        this.clock = clock;
    }

    /** In the transaction that made it so; without one this fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Notice notice) {
        if (!channels.all().isEmpty()) {
            var chosen = choices.of(notice.login());
            channels.all().stream().filter(each -> chosen.has(notice.kind(), each.channel().way()))
                    .forEach(each -> each.recipientOf(notice.login())
                            .ifPresent(recipient -> put(notice, each.channel(), recipient)));
        }
    }

    private void put(Notice notice, Channel channel, String recipient) {
        var now = clock.instant();
        deliveries.add(notice, channel, recipient, channel.group() ? named(notice) : notice.todo(), now,
                quiet.release(now, notice.login(), channel, notice.urgent()));
    }

    private String named(Notice notice) {
        return territory.person(notice.login()).map(Person::name).orElse(notice.login()) + "，" + notice.todo();
    }
}
