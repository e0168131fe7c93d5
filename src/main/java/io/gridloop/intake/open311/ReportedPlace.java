package io.gridloop.intake.open311;

import io.gridloop.territory.GridRef;
import io.gridloop.territory.Placement;
import io.gridloop.territory.Territory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a report is from. The specification wants one of three: coordinates, an address in words or the number of an
 * address, which is a grid here. A point decides on the grid; one in the county but in no grid is legal.
 *
 * @param grid its code, if known
 * @param longitude degrees, WGS-84
 * @param latitude degrees, WGS-84
 * @param address in words
 */
record ReportedPlace(@Nullable String grid, @Nullable Double longitude, @Nullable Double latitude,
        @Nullable String address) {

    private static final int LONGEST_ADDRESS = 200;

    /** What is wrong with it is noted in the fields. */
    static ReportedPlace of(Fields fields, Territory territory) {
        var latitude = fields.degrees("lat", 90);
        var longitude = fields.degrees("long", 180);
        var address = fields.text("address_string", LONGEST_ADDRESS);
        var grid = grid(fields, territory);
        if (fields.has("lat") != fields.has("long")) {
            fields.wrong(fields.has("lat") ? "long" : "lat", "lat和long要一起填写");
        } else if (!fields.has("lat") && !fields.has("address_string") && !fields.has("address_id")) {
            fields.wrong("lat", "请说明地点：lat和long，或address_string，或address_id（网格代码）");
        }
        var found = longitude.flatMap(x -> latitude.map(y -> territory.locate(x, y)));
        if (found.filter(it -> it.kind() == Placement.Kind.OUTSIDE).isPresent()) {
            fields.wrong("lat", "这个位置不在本县范围内");
        }
        return new ReportedPlace(found.map(Placement::grid).map(GridRef::code).or(() -> grid).orElse(null),
                longitude.orElse(null), latitude.orElse(null), address.orElse(null));
    }

    private static Optional<String> grid(Fields fields, Territory territory) {
        var code = fields.text("address_id", 40);
        if (code.isPresent() && territory.grid(code.get()).isEmpty()) {
            fields.wrong("address_id", "没有这个网格");
        }
        return code;
    }
}
