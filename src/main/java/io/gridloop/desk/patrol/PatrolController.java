package io.gridloop.desk.patrol;

import io.gridloop.territory.GridRef;
import io.gridloop.territory.Person;
import io.gridloop.territory.Reaches;
import io.gridloop.territory.Territory;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a worker starts and stops a patrol and sees their own, and a leader those through the grid. */
@Controller
class PatrolController {

    private static final String ADDRESS = "/desk/patrol";

    private final Patrols patrols;
    private final Territory territory;
    private final Reaches reaches;
    private final PatrolProperties limits;
    private final Clock clock;

    PatrolController(Patrols patrols, Territory territory, Reaches reaches, PatrolProperties limits, Clock clock) {
        this.patrols = patrols;
        this.territory = territory;
        this.reaches = reaches;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    String show(Principal who, Model model) {
        var login = who.getName();
        patrols.endForgotten();
        patrols.running(login).ifPresent(running -> model.addAttribute("running", running));
        var seen = patrols.seenBy(login);
        model.addAttribute("patrols", seen);
        model.addAttribute("names", names(seen));
        var walked = reaches.of(login).walkedGrids();
        model.addAttribute("labels", labels(seen, walked));
        model.addAttribute("grids", walked.stream().sorted().toList());
        model.addAttribute("kept", limits.tracksKept().toDays());
        model.addAttribute("longest", limits.longest().toHours());
        model.addAttribute("now", clock.instant());
        model.addAttribute("zone", clock.getZone());
        return "desk/patrol";
    }

    /** Back to the page; 422 with the page when the grid is not one of the worker's. */
    @PostMapping(ADDRESS + "/start")
    String start(@RequestParam(defaultValue = "") String gridCode, Principal worker, Model model,
            HttpServletResponse response) {
        if (patrols.start(worker.getName(), gridCode)) {
            return "redirect:" + ADDRESS;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", "请选择您的网格");
        return show(worker, model);
    }

    @PostMapping(ADDRESS + "/stop")
    String stop(Principal worker) {
        patrols.stop(worker.getName());
        return "redirect:" + ADDRESS;
    }

    private Map<String, String> names(List<Patrol> seen) {
        var names = new LinkedHashMap<String, String>();
        seen.stream().map(Patrol::login).distinct()
                .forEach(login -> names.put(login, territory.person(login).map(Person::name).orElse(login)));
        return names;
    }

    private Map<String, String> labels(List<Patrol> seen, Collection<String> grids) {
        var labels = new LinkedHashMap<String, String>();
        Stream.concat(seen.stream().map(Patrol::gridCode), grids.stream()).distinct()
                .forEach(code -> labels.put(code, territory.grid(code).map(GridRef::label).orElse(code)));
        return labels;
    }
}
