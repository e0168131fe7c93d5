package io.gridloop.desk.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CoverageTests {

    /** Four cells, with their centres at 25 and 75. */
    private static final String SQUARE = "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LINESTRING (0 25, 100 25)              | 0.5
            LINESTRING (0 50, 100 50)              | 1
            LINESTRING (0 -5, 100 -5)              | 0.5
            LINESTRING (0 -5.1, 100 -5.1)          | 0
            LINESTRING (25 0, 25 25)               | 0.25
            POINT (25 25)                          | 0.25
            POINT (50 50)                          | 0
            LINESTRING (25 25, 25 25)              | 0.25
            GEOMETRYCOLLECTION (POINT (75 75), LINESTRING (0 25, 100 25)) | 0.75
            LINESTRING (1000 1000, 2000 1000)      | 0
            GEOMETRYCOLLECTION EMPTY               | 0
            """)
    void countsTheCellsWhoseCentreIsWithinThirtyMetres(String way, double share) {
        assertThat(coverage(SQUARE, way)).isEqualTo(share, within(1e-9));
    }

    @Test
    void leavesOutCellsWhoseCentreLiesOutsideThePolygon() {
        var angle = "POLYGON ((0 0, 100 0, 100 50, 50 50, 50 100, 0 100, 0 0))";
        assertThat(coverage(angle, "LINESTRING (0 25, 100 25)")).isEqualTo(2 / 3., within(1e-9));
        var withAHole = "POLYGON ((0 0, 150 0, 150 150, 0 150, 0 0), (55 55, 95 55, 95 95, 55 95, 55 55))";
        assertThat(coverage(withAHole, "LINESTRING (0 25, 150 25)")).isEqualTo(3 / 8., within(1e-9));
    }

    @Test
    void addsUpTheParts() {
        var parts = "MULTIPOLYGON (((0 0, 50 0, 50 50, 0 50, 0 0)), ((200 0, 250 0, 250 50, 200 50, 200 0)))";
        assertThat(coverage(parts, "POINT (225 25)")).isEqualTo(.5, within(1e-9));
    }

    @Test
    void takesAGridWithoutAnyCentreAsOneCell() {
        var tiny = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";
        assertThat(coverage(tiny, "POINT (5 20)")).isEqualTo(1);
        assertThat(coverage(tiny, "POINT (5 60)")).isZero();
    }

    private static double coverage(String area, String way) {
        return Coverage.of(geometry(area), new Track(geometry(way)));
    }

    private static Geometry geometry(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
