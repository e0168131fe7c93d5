package io.gridloop.partners;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, several at once. The specification has no key that makes a second try harmless: after an answer
 * that left open whether a report arrived, its mark is looked for over there before it is sent again.
 */
@Component
class PartnerSender {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(PartnerSender.class);
    private static final int AT_ONCE = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final int DOUBLINGS = 12;

    private final Partners partners;
    private final PartnerRequests requests;
    private final GeoReport server;

    PartnerSender(Partners partners, PartnerRequests requests, GeoReport server) {
        this.partners = partners;
        this.requests = requests;
        this.server = server;
    }

    /** Sends all that is due now. At a fixed rate: tasks with a fixed delay share one thread, and this one waits for others. */
    @Scheduled(fixedRateString = "${gridloop.partners-every:PT5S}", initialDelayString = "${gridloop.partners-every:PT5S}")
    void sendDue() {
        for (var batch = requests.claim(AT_ONCE); !batch.isEmpty(); batch = requests.claim(AT_ONCE)) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                batch.forEach(it -> threads.submit(() -> attend(it)));
            }
        }
    }

    private void attend(PartnerRequest it) {
        Optional<Partner> partner = partners.of(it.department());
        if (partner.isEmpty()) {
            requests.failed(it, null, "没有配置这个部门的外部接口");
            return;
        }
        try {
            advance(partner.get(), it);
        } catch (Trouble e) {
            requests.failed(it, e.forGood() || it.attempts() >= partner.get().attempts() ? null : pause(it),
                    e.words());
        } catch (RuntimeException e) {
            LOG.error("Request {} to a partner failed", it.id(), e);
            requests.failed(it, null, "系统内部出错：" + e.getClass().getSimpleName());
        }
    }

    private void advance(Partner partner, PartnerRequest it) throws Trouble {
        Optional<String> known = it.token() != null
                ? Optional.of(numberOf(partner, it.token()))
                : arrivedBefore(partner, it);
        if (known.isPresent()) {
            requests.numbered(it, known.get());
        } else if (requests.beginSending(it)) {
            settle(it, submit(partner, it));
        }
    }

    private String numberOf(Partner partner, String token) throws Trouble {
        return server.number(partner, token)
                .orElseThrow(() -> new Trouble(Trouble.Kind.NOT_TAKEN, "对方还没有给出编号"));
    }

    private Optional<String> arrivedBefore(Partner partner, PartnerRequest it) throws Trouble {
        return it.postedAt() == null ? Optional.empty() : server.find(partner, it, it.postedAt());
    }

    private GeoReport.Taken submit(Partner partner, PartnerRequest it) throws Trouble {
        try {
            return server.submit(partner, it);
        } catch (Trouble e) {
            if (!e.mayHaveArrived() && it.postedAt() == null) {
                requests.nothingArrived(it);
            }
            throw e;
        }
    }

    private void settle(PartnerRequest it, GeoReport.Taken taken) {
        if (taken.serviceId() != null) {
            requests.numbered(it, taken.serviceId());
        } else if (taken.token() != null) {
            requests.promised(it, taken.token());
        }
    }

    private static Duration pause(PartnerRequest it) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(it.attempts() - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
