package io.gridloop.intake.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class TileTests {

    @Test
    void isWhereServersCutIt() {
        assertThat(Tile.containing(0, 113.38, 35.1)).isEqualTo(new Tile(0, 0, 0));
        assertThat(Tile.containing(14, 113.38, 35.1)).isEqualTo(new Tile(14, 13352, 6484));
        assertThat(Tile.containing(18, 113.38, 35.1)).isEqualTo(new Tile(18, 213632, 103745));
        assertThat(new Tile(1, 1, 1).west()).isEqualTo(0);
        assertThat(new Tile(1, 1, 1).north()).isEqualTo(0, within(1e-9));
        assertThat(new Tile(0, 0, 0).north()).isEqualTo(85.0511287798, within(1e-9));
    }

    /** Half a kilometre, a community, a county. */
    @ParameterizedTest
    @ValueSource(doubles = {.005, .05, .5})
    void fewTilesCoverThePicture(double degrees) {
        var frame = Frame.around(List.of(new GeometryFactory().toGeometry(
                new Envelope(113.38, 113.38 + degrees, 35.1, 35.1 + degrees))));
        var tiles = Tile.behind(frame);
        assertThat(tiles).hasSizeBetween(2, 12);
        assertThat(tiles.getFirst().west()).isLessThanOrEqualTo(frame.west());
        assertThat(tiles.getFirst().north()).isGreaterThanOrEqualTo(frame.north());
        assertThat(tiles.getLast().next().west()).isGreaterThanOrEqualTo(frame.east());
        assertThat(tiles.getLast().next().north()).isLessThanOrEqualTo(frame.south());
    }

    /** The middle of a tile is not in the middle of its degrees; over a community that must not be seen. */
    @Test
    void aTileBendsByLessThanABorderIsWide() {
        var frame = Frame.around(List.of(new GeometryFactory().toGeometry(new Envelope(113.38, 113.43, 35.1, 35.15))));
        for (var tile : Tile.behind(frame)) {
            double middle = new Tile(tile.zoom() + 1, 2 * tile.column() + 1, 2 * tile.row() + 1).north();
            double straight = (tile.north() + tile.next().north()) / 2;
            assertThat(Math.abs(middle - straight) * frame.perLatitude()).isLessThan(.1);
        }
    }
}
