package io.gridloop.intake.signs;

import static java.util.stream.Collectors.groupingBy;

import io.gridloop.cases.Paper;
import io.gridloop.intake.PublicLinks;
import io.gridloop.intake.QrCode;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Territory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prints the signs of grids on A4, as PDF. */
@Component
class DoorSigns {

    private static final int IN_A_ROW = 2;

    private final Territory territory;
    private final PublicLinks links;
    private final Paper paper;

    DoorSigns(Territory territory, PublicLinks links, Paper paper) {
        this.territory = territory;
        this.links = links;
        this.paper = paper;
    }

    /** The grids of each community, by its code. */
    Map<String, List<GridRef>> communities() {
        var byLabel = territory.grids().stream().collect(groupingBy(DoorSigns::community));
        var byCode = new LinkedHashMap<String, List<GridRef>>();
        territory.communities().forEach((code, label) -> byCode.put(code, byLabel.getOrDefault(label, List.of())));
        return byCode;
    }

    /**
     * The grids that a code stands for.
     *
     * @param place code of a community or of a grid
     * @return nothing when there is no such place
     */
    List<GridRef> grids(String place) {
        return territory.grid(place).map(List::of).orElseGet(() -> communities().getOrDefault(place, List.of()));
    }

    /** @param large one sign fills a page; else six do */
    byte[] pdf(List<GridRef> grids, boolean large) {
        var signs = grids.stream().map(this::sign).toList();
        return paper.pdf("report/door-signs", Map.of("rows", rows(signs, large ? 1 : IN_A_ROW), "large", large));
    }

    private DoorSign sign(GridRef grid) {
        var address = links.grid(grid.code());
        return new DoorSign(grid, address, QrCode.picture(address));
    }

    private static List<List<DoorSign>> rows(List<DoorSign> signs, int inARow) {
        var rows = new ArrayList<List<DoorSign>>();
        for (int i = 0; i < signs.size(); i += inARow) {
            rows.add(signs.subList(i, Math.min(i + inARow, signs.size())));
        }
        return rows;
    }

    private static String community(GridRef grid) {
        return grid.street() + " " + grid.community();
    }
}
