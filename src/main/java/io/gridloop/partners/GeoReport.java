package io.gridloop.partners;

import com.fasterxml.jackson.databind.JsonNode;
import io.gridloop.partners.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls of Open311 GeoReport v2 that a client needs, in JSON alone. */
@Component
class GeoReport {

    private static final int LONGEST_ID = 200;
    /** The clock over there may be wrong. */
    private static final Duration EARLIER = Duration.ofHours(1);

    private final PartnerLink link;
    private final Answers answers;

    GeoReport(PartnerLink link, Answers answers) {
        this.link = link;
        this.answers = answers;
    }

    /**
     * The answer to a report: a number, or a token that leads to it.
     *
     * @param serviceId the number over there
     * @param token leads to the number later
     */
    record Taken(@Nullable String serviceId, @Nullable String token) {}

    /** Sends a report. The reporter stays unnamed. */
    Taken submit(Partner partner, PartnerRequest it) throws Trouble {
        var form = with(partner, Map.of("service_code", partner.service(it.category()), "description",
                it.described(), "address_string", it.address()));
        if (it.latitude() != null && it.longitude() != null) {
            form.put("lat", it.latitude().toString());
            form.put("long", it.longitude().toString());
        }
        var all = answers.read(partner, link.post(partner, "/requests.json", form));
        var taken = all.isEmpty()
                ? new Taken(null, null)
                : new Taken(id(all.getFirst(), "service_request_id"),
                        id(all.getFirst(), "token"));
        if (taken.serviceId() == null && taken.token() == null) {
            throw new Trouble(Kind.UNCLEAR, "对方的回答里没有编号");
        }
        return taken;
    }

    /** The number of a report that may have arrived: the one whose description holds its mark. */
    Optional<String> find(Partner partner, PartnerRequest it, Instant since) throws Trouble {
        var from = since.minus(EARLIER).truncatedTo(ChronoUnit.SECONDS).toString();
        var all = answers.read(partner,
                link.get(partner, "/requests.json", with(partner, Map.of("start_date", from))));
        return all.stream().filter(each -> each.path("description").asText("").contains(it.mark()))
                .flatMap(each -> Optional.ofNullable(id(each, "service_request_id")).stream()).findFirst();
    }

    /** The number that a token leads to; nothing while there is none. */
    Optional<String> number(Partner partner, String token) throws Trouble {
        var path = "/tokens/%s.json".formatted(PartnerLink.segment(token));
        return answers.read(partner, link.get(partner, path, with(partner, Map.of()))).stream()
                .flatMap(each -> Optional.ofNullable(id(each, "service_request_id")).stream()).findFirst();
    }

    /** How several requests stand; those that the other side does not list are missing. */
    List<ServiceStatus> statuses(Partner partner, List<String> ids) throws Trouble {
        var wanted = with(partner, Map.of("service_request_id", String.join(",", ids)));
        return answers.read(partner, link.get(partner, "/requests.json", wanted)).stream()
                .map(ServiceStatus::of).filter(it -> ids.contains(it.id())).toList();
    }

    /** How one request stands; nothing when the answer speaks of another. */
    Optional<ServiceStatus> status(Partner partner, String id) throws Trouble {
        var path = "/requests/%s.json".formatted(PartnerLink.segment(id));
        return answers.read(partner, link.get(partner, path, with(partner, Map.of()))).stream()
                .map(ServiceStatus::of).filter(it -> it.id().equals(id)).findFirst();
    }

    /** The specification wants the key for reports alone; servers in the field want it to show them again, too. */
    private static Map<String, String> with(Partner partner, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("api_key", partner.apiKey());
        if (partner.jurisdictionId() != null) {
            all.put("jurisdiction_id", partner.jurisdictionId());
        }
        return all;
    }

    /** A number or text of the specification, if it can be one. */
    private static @Nullable String id(JsonNode node, String name) {
        var value = node.path(name);
        var text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        return !text.isEmpty() && text.length() <= LONGEST_ID && text.chars().noneMatch(Character::isISOControl)
                ? text
                : null;
    }
}
