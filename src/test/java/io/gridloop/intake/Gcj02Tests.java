package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Tests {

    /** Degrees; a tenth of a millimetre. */
    private static final Offset<Double> NOTHING = within(1e-9);

    /** The pairs that the EvilTransform project publishes for its own tests. */
    @ParameterizedTest
    @CsvSource({
            "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
            "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
            "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void agreesWithThePairsThatArePublished(double longitude, double latitude, double onTheMap, double latitudeThere) {
        var gcj02 = Gcj02.ofWgs84(new LonLat(longitude, latitude));
        assertThat(gcj02.longitude()).isEqualTo(onTheMap, NOTHING);
        assertThat(gcj02.latitude()).isEqualTo(latitudeThere, NOTHING);
        var back = Gcj02.toWgs84(new LonLat(onTheMap, latitudeThere));
        assertThat(back.longitude()).isEqualTo(longitude, NOTHING);
        assertThat(back.latitude()).isEqualTo(latitude, NOTHING);
    }

    @Test
    void comesBackToWhereItBeganAllOverTheCounty() {
        for (double longitude = 113.17; longitude < 113.66; longitude += 0.01) {
            for (double latitude = 34.93; latitude < 35.27; latitude += 0.01) {
                var back = Gcj02.toWgs84(Gcj02.ofWgs84(new LonLat(longitude, latitude)));
                assertThat(back.longitude()).isEqualTo(longitude, NOTHING);
                assertThat(back.latitude()).isEqualTo(latitude, NOTHING);
            }
        }
    }

    @Test
    void movesAPointOfTheCountyBySomeHundredMetres() {
        var moved = Gcj02.ofWgs84(new LonLat(113.38, 35.1));
        assertThat((moved.longitude() - 113.38) * 91_000).isBetween(500.0, 700.0);
        assertThat((moved.latitude() - 35.1) * 111_000).isBetween(-100.0, 0.0);
    }
}
