package io.gridloop.cases;

import io.gridloop.territory.GridRef;
import io.gridloop.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places in words. */
@Component
class Places {

    private final Territory territory;

    Places(Territory territory) {
        this.territory = territory;
    }

    /** Grid and address; that it is not known yet, if neither is. */
    String label(Case it) {
        return label(it.place());
    }

    /** The grid alone, without what somebody wrote of the place. */
    String grid(Case it) {
        return label(new Place(it.place().gridCode(), null, null, null));
    }

    /** As for a case. */
    String label(Place place) {
        var grid = grid(place.gridCode());
        var address = place.address() == null ? "" : place.address();
        var both = (grid + " " + address).strip();
        return both.isEmpty() ? "位置待确定" : both;
    }

    private String grid(@Nullable String code) {
        return code == null ? "" : territory.grid(code).map(GridRef::label).orElse(code);
    }
}
