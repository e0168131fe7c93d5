package io.gridloop.desk;

import io.gridloop.cases.NearMe;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Placement;
import io.gridloop.territory.Reaches;
import io.gridloop.territory.Territory;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open cases near a phone or, without its position, of a grid. The position stands in the address alone. */
@Controller
class NearController {

    private final NearMe near;
    private final Territory territory;
    private final Reaches reaches;
    private final Clock clock;

    NearController(NearMe near, Territory territory, Reaches reaches, Clock clock) {
        this.near = near;
        this.territory = territory;
        this.reaches = reaches;
        this.clock = clock;
    }

    /** 422 with the cases of the grid when the position is no position, or lies outside the county. */
    @GetMapping("/desk/near")
    String show(@RequestParam(defaultValue = "") String longitude, @RequestParam(defaultValue = "") String latitude,
            @RequestParam(defaultValue = "") String grid, Principal who, Model model, HttpServletResponse response) {
        var position = Position.of(longitude, latitude).filter(this::isInCounty);
        if (position.isEmpty() && !(longitude + latitude).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", "位置须是本县范围内的经度和纬度（小数，WGS-84），下面按网格列出");
        }
        position.ifPresentOrElse(
                here -> model.addAttribute("near", near.around(here.longitude(), here.latitude(), who.getName())),
                () -> byGrid(grid, who.getName(), model));
        model.addAttribute("located", position.isPresent());
        model.addAttribute("grids", grids(who.getName()));
        model.addAttribute("zone", clock.getZone());
        return "desk/near";
    }

    private boolean isInCounty(Position here) {
        return territory.locate(here.longitude(), here.latitude()).kind() != Placement.Kind.OUTSIDE;
    }

    private void byGrid(String wanted, String login, Model model) {
        var chosen = territory.grid(wanted).or(() -> own(login));
        model.addAttribute("chosen", chosen.map(GridRef::code).orElse(""));
        model.addAttribute("near", chosen.map(grid -> near.inGrid(grid.code(), login)).orElse(List.of()));
    }

    /** The first grid of somebody who has any; who reaches over the whole county has none of their own. */
    private Optional<GridRef> own(String login) {
        return reaches.of(login).grids().stream().sorted().findFirst().flatMap(territory::grid);
    }

    private List<GridRef> grids(String login) {
        var reach = reaches.of(login);
        return territory.grids().stream()
                .filter(grid -> reach.county() || reach.grids().isEmpty() || reach.grids().contains(grid.code()))
                .toList();
    }
}
