package io.gridloop.territory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.territory.Placement.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two grids side by side, G2 on the left, and a county around them; between x = 4 and x = 10 there is no grid. */
class LocateTests {

    private static final Community COMMUNITY = new Community("C", "社区", new Street("S", "街道"));

    private final CountyMap map = CountyMap.of(
            new County("1", "县", "中心", square(-1, -1, 10, 5)),
            List.of(grid("G1", square(2, 0, 4, 4)), grid("G2", square(0, 0, 2, 4)),
                    grid("G3", "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[6,0],[9,0],[9,3],[6,3],[6,0]],"
                            + "[[7,1],[8,1],[8,2],[7,2],[7,1]]]]}")),
            List.of());

    @ParameterizedTest
    @CsvSource({"1, 1, G2", "3, 1, G1", "6.5, 0.5, G3"})
    void aPointInsideBelongsToItsGrid(double longitude, double latitude, String grid) {
        assertThat(map.locate(longitude, latitude).grid()).extracting(GridRef::code).isEqualTo(grid);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 3.999", "2, 0", "2, 4"})
    void aPointOnASharedBorderOrVertexBelongsToTheSmallestCode(double longitude, double latitude) {
        assertThat(map.locate(longitude, latitude).grid()).extracting(GridRef::code).isEqualTo("G1");
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "-0.5, 1", "7.5, 1.5", "10, 5", "-1, -1"})
    void aPointOfTheCountyInNoGridIsInTheCounty(double longitude, double latitude) {
        assertThat(map.locate(longitude, latitude)).isEqualTo(new Placement(Kind.IN_COUNTY, null));
    }

    @ParameterizedTest
    @CsvSource({"10.0001, 1", "113.4, 95", "NaN, 1", "1, NaN", "Infinity, 1", "1, -Infinity", "1e308, 1e308"})
    void everythingElseLiesOutside(double longitude, double latitude) {
        assertThat(map.locate(longitude, latitude)).isEqualTo(new Placement(Kind.OUTSIDE, null));
    }

    @Test
    void givesTheAreaOfAGridAsACopy() {
        assertThat(map.boundary("G3").orElseThrow().getArea()).isEqualTo(8);
        assertThat(map.boundary("G3").orElseThrow()).isNotSameAs(map.boundary("G3").orElseThrow());
        assertThat(map.boundary("nowhere")).isEmpty();
    }

    @Test
    void withoutACountyEverythingLiesOutside() {
        assertThat(CountyMap.EMPTY.locate(1, 1).kind()).isEqualTo(Kind.OUTSIDE);
        assertThat(CountyMap.EMPTY.grids()).isEmpty();
    }

    private static Grid grid(String code, String boundary) {
        return new Grid(code, code, COMMUNITY, boundary);
    }

    private static String square(int left, int bottom, int right, int top) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]]}"
                .formatted(left, bottom, right, top);
    }
}
