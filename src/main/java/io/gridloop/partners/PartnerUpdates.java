package io.gridloop.partners;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks partners what became of the requests that they have, many with one call. */
@Component
class PartnerUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerUpdates.class);
    private static final int AT_ONCE = 50;

    private final Partners partners;
    private final PartnerRequests requests;
    private final GeoReport server;

    PartnerUpdates(Partners partners, PartnerRequests requests, GeoReport server) {
        this.partners = partners;
        this.requests = requests;
        this.server = server;
    }

    /** Asks for all that is due now; each is due again when the pace of its partner says so. */
    @Scheduled(fixedRateString = "${gridloop.partners-every:PT5S}", initialDelayString = "${gridloop.partners-every:PT5S}")
    void askDue() {
        for (var partner : partners.all()) {
            for (var batch = requests.claimOpen(partner, AT_ONCE); !batch.isEmpty(); batch = requests
                    .claimOpen(partner, AT_ONCE)) {
                ask(partner, batch);
            }
        }
    }

    private void ask(Partner partner, List<PartnerRequest> batch) {
        try {
            var said = many(partner, batch);
            batch.forEach(it -> one(partner, it, said));
        } catch (Trouble e) {
            batch.forEach(it -> requests.unheard(it, e.words()));
        }
    }

    private Map<String, ServiceStatus> many(Partner partner, List<PartnerRequest> batch) throws Trouble {
        return batch.size() == 1
                ? Map.of()
                : server.statuses(partner, batch.stream().map(PartnerUpdates::number).toList()).stream()
                        .collect(toMap(ServiceStatus::id, Function.identity(), (one, other) -> one));
    }

    private void one(Partner partner, PartnerRequest it, Map<String, ServiceStatus> said) {
        try {
            status(partner, it, said).ifPresentOrElse(status -> requests.heard(it, status),
                    () -> requests.unheard(it, "对方没有答复这个编号"));
        } catch (Trouble e) {
            requests.unheard(it, e.words());
        } catch (RuntimeException e) {
            LOG.error("News of request {} could not be kept", it.id(), e);
        }
    }

    /** A server that does not list several at once is asked for each. */
    private Optional<ServiceStatus> status(Partner partner, PartnerRequest it, Map<String, ServiceStatus> said)
            throws Trouble {
        var known = said.get(number(it));
        return known == null ? server.status(partner, number(it)) : Optional.of(known);
    }

    private static String number(PartnerRequest it) {
        return Objects.requireNonNull(it.serviceId());
    }
}
