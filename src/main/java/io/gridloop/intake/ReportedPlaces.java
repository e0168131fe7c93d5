package io.gridloop.intake;

import io.gridloop.territory.Degrees;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Placement;
import io.gridloop.territory.Territory;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Turns what people say about a place into grid and coordinates. */
@Component
class ReportedPlaces {

    private static final int LONGEST_ADDRESS = 200;
    private static final String GCJ02 = "gcj02";
    private static final Set<String> DATUMS = Set.of("wgs84", GCJ02);

    private final Territory territory;

    ReportedPlaces(Territory territory) {
        this.territory = territory;
    }

    /** The place of a form; what is wrong with it goes into {@code problems}. */
    Place of(ReportForm form, Problems problems) {
        return switch (form.place()) {
            case "grid" -> inGrid(form.gridCode(), problems);
            case "point" -> atPoint(form, problems);
            case "address" -> inWords(form.address(), problems);
            default -> {
                problems.add("place-grid", "请选择一种说明地点的方式");
                yield Place.UNKNOWN;
            }
        };
    }

    /** The grid of a code as it stands on a sign and as people type it: case and blanks around it do not matter. */
    Optional<GridRef> signed(String typed) {
        return territory.grid(typed.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether the county has a grid with this code. */
    boolean hasGrid(String code) {
        return territory.grid(code).isPresent();
    }

    /**
     * The place of a point. A point in the county but in no grid is legal: the county's intake officer assigns it.
     *
     * @return empty when the point lies outside the county
     */
    Optional<Place> at(double longitude, double latitude) {
        Placement found = territory.locate(longitude, latitude);
        GridRef grid = found.grid();
        return found.kind() == Placement.Kind.OUTSIDE
                ? Optional.empty()
                : Optional.of(new Place(grid == null ? null : grid.code(), longitude, latitude, null));
    }

    private Place inGrid(String code, Problems problems) {
        if (code.isEmpty()) {
            problems.add("gridCode", "请选择网格；不知道是哪个网格，请改选“说不清，用文字说明”");
        } else if (!hasGrid(code)) {
            problems.add("gridCode", "没有这个网格，请重新选择");
        }
        return new Place(code, null, null, null);
    }

    private Place inWords(String address, Problems problems) {
        problems.requireText("address", "地点说明", address, 2, LONGEST_ADDRESS);
        return new Place(null, null, null, address);
    }

    private Optional<Place> at(String datum, LonLat given) {
        LonLat wgs84 = datum.equals(GCJ02) ? Gcj02.toWgs84(given) : given;
        return at(wgs84.longitude(), wgs84.latitude());
    }

    private Place atPoint(ReportForm form, Problems problems) {
        Optional<Double> longitude = Degrees.parse(form.longitude());
        Optional<Double> latitude = Degrees.parse(form.latitude());
        if (longitude.isEmpty()) {
            problems.add("longitude", "经度须是数字，例如 113.401234");
        }
        if (latitude.isEmpty()) {
            problems.add("latitude", "纬度须是数字，例如 35.102345");
        }
        if (!form.datum().isEmpty() && !DATUMS.contains(form.datum())) {
            problems.add("datum-wgs84", "请选择经纬度是从哪里来的");
        }
        Optional<Place> place = longitude.flatMap(x -> latitude.flatMap(y -> at(form.datum(), new LonLat(x, y))));
        if (place.isEmpty()) {
            problems.add("longitude", "这个位置不在本县范围内，请核对经度和纬度，或者改用网格、文字说明地点");
        }
        return place.orElse(Place.UNKNOWN);
    }
}
