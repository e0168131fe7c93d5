package io.gridloop.cases;

import io.gridloop.territory.Reaches;
import io.gridloop.territory.StaffRole;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may call departments because of a case, and when. */
@Component
class Whistlers {

    private final Reaches reaches;
    private final Whistles whistles;

    Whistlers(Reaches reaches, Whistles whistles) {
        this.reaches = reaches;
        this.whistles = whistles;
    }

    /** Whether somebody leads the grid of a case or administers its street; who stands in for them does too. */
    boolean may(Case it, String login) {
        var reach = reaches.of(login);
        var grid = it.place().gridCode();
        return grid != null && (reach.ledGrids().contains(grid)
                || (reach.hasAny(StaffRole.STREET) && reach.grids().contains(grid)));
    }

    /** Why somebody cannot call departments now, in Chinese; empty when they can. */
    Optional<String> problem(Case it, String login) {
        return Problems.first(
                () -> Problems.unless(may(it, login), "只有本网格的网格长和所在街道可以吹哨。"),
                () -> Problems.unless(it.beingHandled(), "只有处置中的案件可以吹哨。"),
                () -> Problems.unless(whistles.open(it.id()).isEmpty(), "上一次吹哨还没有处置完毕。"));
    }
}
