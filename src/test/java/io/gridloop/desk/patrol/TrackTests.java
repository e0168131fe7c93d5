package io.gridloop.desk.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class TrackTests {

    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
    private static final Plane PLANE = new Plane(113.38, 35.1);

    @Test
    void isAsLongAsItsLines() {
        assertThat(Track.of(List.of(fix(0, 35.1), fix(20, 35.101), fix(40, 35.1)), PLANE).metres()).isEqualTo(222);
        assertThat(Track.of(List.of(fix(0, 35.1)), PLANE).metres()).isZero();
        assertThat(Track.of(List.of(), PLANE).way().isEmpty()).isTrue();
    }

    @Test
    void doesNotJoinWhatLiesMoreThanFiveMinutesApart() {
        assertThat(Track.of(List.of(fix(0, 35.1), fix(300, 35.101)), PLANE).metres()).isEqualTo(111);
        var torn = Track.of(List.of(fix(0, 35.1), fix(301, 35.101), fix(321, 35.102)), PLANE);
        assertThat(torn.metres()).isEqualTo(111);
        assertThat(torn.way().getNumGeometries()).isEqualTo(2);
    }

    @Test
    void measuresDegreesInMetresAndLeavesTheAreaAlone() throws ParseException {
        var east = PLANE.at(113.381, 35.1);
        assertThat(east.x).isEqualTo(90.97, within(.05));
        assertThat(east.y).isZero();
        var area = new WKTReader().read("POLYGON ((113 35, 113.01 35, 113.01 35.01, 113 35.01, 113 35))");
        var flat = Plane.around(area).of(area);
        assertThat(flat.getArea()).isEqualTo(1112 * 910.6, within(3_000.));
        assertThat(flat.getEnvelopeInternal().centre().x).isEqualTo(0, within(1e-6));
        assertThat(area.getEnvelopeInternal().getMinX()).isEqualTo(113);
    }

    private static Fix fix(int seconds, double latitude) {
        return new Fix(START.plusSeconds(seconds), 113.38, latitude);
    }
}
