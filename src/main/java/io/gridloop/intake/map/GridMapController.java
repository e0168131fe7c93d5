package io.gridloop.intake.map;

import io.gridloop.security.MapTiles;
import io.gridloop.territory.Territory;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The map on which a resident taps the grid of a report. */
@Controller
class GridMapController {

    /** A county changes seldom, and a grid that is gone is refused when it is chosen. */
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=utf-8");

    private final Territory territory;
    private final MapTiles map;

    GridMapController(Territory territory, MapTiles map) {
        this.territory = territory;
        this.map = map;
    }

    /** @param community its code */
    @GetMapping("/report/map/{community}.svg")
    ResponseEntity<String> map(@PathVariable String community) {
        var shapes = territory.shapes(community);
        if (shapes.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这个社区");
        }
        return ResponseEntity.ok().contentType(SVG).cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(GridPicture.of(shapes, map));
    }
}
