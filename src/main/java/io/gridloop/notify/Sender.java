package io.gridloop.notify;

import io.gridloop.security.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: all that waits for one recipient as one message. A channel that does not take one is left alone for
 * the rest of the round.
 */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    // Far longer than any attempt: after a crash it is the time until the next one.
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Channels channels;
    private final Deliveries deliveries;
    private final Settling settling;
    private final Pace pace;
    private final PublicAddress address;
    private final Clock clock;
    private final ReentrantLock busy = new ReentrantLock();

    Sender(Channels channels, Deliveries deliveries, Settling settling, Pace pace, PublicAddress address,
            Clock clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.settling = settling;
        this.pace = pace;
        this.address = address;
        this.clock = clock;
    }

    /** One round. At a fixed rate, because what has a fixed delay would hold up all other scheduled work meanwhile. */
    @Scheduled(fixedRateString = "${gridloop.notify.send-every:PT5S}", initialDelayString = "${gridloop.notify.send-every:PT5S}")
    void sendDue() {
        if (busy.tryLock()) {
            try {
                channels.all().forEach(this::sendDue);
            } finally {
                busy.unlock();
            }
        }
    }

    private void sendDue(ChannelPort channel) {
        while (sendNext(channel)) {
            // Until nothing is due or the channel takes no more.
        }
    }

    private boolean sendNext(ChannelPort channel) {
        var bundle = deliveries.claim(channel.channel(), clock.instant(), LEASE);
        if (bundle.isEmpty()) {
            return false;
        }
        var recipient = bundle.getFirst().recipient();
        var wait = pace.take(channel.channel(), recipient);
        if (wait.isPositive()) {
            deliveries.hold(bundle, clock.instant().plus(wait));
            return true;
        }
        var outcome = send(channel, recipient, Message.of(bundle, address.of("")));
        settling.settle(bundle, outcome);
        return !(outcome instanceof Outcome.Later);
    }

    private static Outcome send(ChannelPort channel, String recipient, Message message) {
        try {
            return channel.send(recipient, message);
        } catch (RuntimeException e) {
            // Its text may hold an address or a number.
            log.error("{} failed with {}", channel.channel(), e.getClass().getName());
            return new Outcome.Later("内部错误：" + e.getClass().getSimpleName());
        }
    }
}
