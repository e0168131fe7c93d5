package io.gridloop.intake.open311;

import io.gridloop.cases.Categories;
import io.gridloop.intake.open311.Discovery.Endpoint;
import io.gridloop.security.PublicAddress;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Service discovery: where the interface is, which formats it has, and whether its list of services has changed. */
@RestController
class DiscoveryController {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Open311Properties settings;
    private final Categories categories;
    private final String url;

    DiscoveryController(Open311Properties settings, Categories categories, PublicAddress address) {
        this.settings = settings;
        this.categories = categories;
        this.url = address.of("/open311/v2");
    }

    @GetMapping("/open311/v2/discovery.{format}")
    ResponseEntity<byte[]> discovery(Visit visit) {
        var changeset = String.valueOf(W3cTime.of(categories.changedAt()));
        var formats = Arrays.stream(Format.values()).map(Format::mimeType).toList();
        var endpoint = new Endpoint(SPECIFICATION, url, changeset, settings.type().code(), formats);
        return Responses.ok(visit.format(), "discovery",
                new Discovery(changeset, settings.contact(), settings.keyService(), List.of(endpoint)));
    }
}
