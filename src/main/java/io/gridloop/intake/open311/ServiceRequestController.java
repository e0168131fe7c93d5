package io.gridloop.intake.open311;

import io.gridloop.cases.PublishedCase;
import io.gridloop.cases.PublishedCases;
import io.gridloop.cases.PublishedFilter;
import io.gridloop.intake.PhotoAddresses;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What became of reports. The specification needs no key here; whose cases who sees without one is up to the county,
 * see {@link Open311Properties.Publish}: as long as it says nothing, there are none.
 */
@RestController
class ServiceRequestController {

    private final PublishedCases cases;
    private final RequestFilters filters;
    private final PhotoAddresses photos;

    ServiceRequestController(PublishedCases cases, RequestFilters filters, PhotoAddresses photos) {
        this.cases = cases;
        this.filters = filters;
        this.photos = photos;
    }

    @GetMapping("/open311/v2/requests.{format}")
    ResponseEntity<byte[]> list(Visit visit) {
        return answer(visit, filters.of(visit));
    }

    /** What a request may not see does not exist for it. */
    @GetMapping("/open311/v2/requests/{id}.{format}")
    ResponseEntity<byte[]> one(@PathVariable String id, Visit visit) {
        var found = requests(visit, PublishedFilter.numbered(visit.audience(), List.of(known(id))));
        if (found.isEmpty()) {
            throw Refused.notFound("service_request_id：没有这个案件，或者它不是用这个api_key上报的");
        }
        return Responses.ok(visit.format(), "service_requests", found);
    }

    private ResponseEntity<byte[]> answer(Visit visit, PublishedFilter filter) {
        return Responses.ok(visit.format(), "service_requests", requests(visit, filter));
    }

    private List<ServiceRequest> requests(Visit visit, PublishedFilter filter) {
        boolean extended = visit.fields().on("extensions");
        var found = cases.list(filter);
        var addresses = photos(visit, found);
        return found.stream()
                .map(it -> ServiceRequest.of(it, addresses.getOrDefault(it.caseNumber(), List.of()), extended))
                .toList();
    }

    private Map<String, List<String>> photos(Visit visit, List<PublishedCase> found) {
        return visit.key() == null
                ? Map.of()
                : photos.of(visit.key(), found.stream().map(PublishedCase::caseNumber).toList());
    }

    /** PostgreSQL takes no NUL, and no number is longer. */
    private static String known(String id) {
        return id.matches("[\\x20-\\x7e]{1,24}") ? id : "";
    }
}
