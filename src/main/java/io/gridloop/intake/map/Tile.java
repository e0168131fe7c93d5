package io.gridloop.intake.map;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A tile of a map in Web Mercator (EPSG:3857) on WGS-84, as most servers cut them: at zoom z the world is 2^z tiles
 * wide and high.
 *
 * @param zoom from 0
 * @param column counted from the west
 * @param row counted from the north
 */
record Tile(int zoom, int column, int row) {

    private static final int DEEPEST = 18;
    /** Tiles behind a picture at most; a tile has 256 pixels, a picture about 360 units. */
    private static final int MOST = 12;

    /** The tiles behind a picture, as fine as they are few enough. */
    static List<Tile> behind(Frame frame) {
        return IntStream.rangeClosed(0, DEEPEST).map(i -> DEEPEST - i).mapToObj(zoom -> behind(frame, zoom))
                .filter(tiles -> tiles.size() <= MOST).findFirst().orElse(List.of());
    }

    private static List<Tile> behind(Frame frame, int zoom) {
        var first = containing(zoom, frame.west(), frame.north());
        var last = containing(zoom, frame.east(), frame.south());
        return IntStream.rangeClosed(first.row, last.row).boxed()
                .flatMap(row -> IntStream.rangeClosed(first.column, last.column)
                        .mapToObj(column -> new Tile(zoom, column, row)))
                .limit(MOST + 1L).toList();
    }

    /** The tile in which a point lies, in degrees. */
    static Tile containing(int zoom, double longitude, double latitude) {
        double mercator = asinh(Math.tan(Math.toRadians(latitude)));
        return new Tile(zoom, (int) ((longitude + 180) / 360 * across(zoom)),
                (int) ((1 - mercator / Math.PI) / 2 * across(zoom)));
    }

    /** Degrees at its left edge. */
    double west() {
        return column * 360d / across(zoom) - 180;
    }

    /** Degrees at its upper edge. */
    double north() {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2d * row / across(zoom)))));
    }

    /** The one to the east and south of it, whose corner is where this one ends. */
    Tile next() {
        return new Tile(zoom, column + 1, row + 1);
    }

    private static int across(int zoom) {
        return 1 << zoom;
    }

    private static double asinh(double value) {
        return Math.log(value + Math.sqrt(value * value + 1));
    }
}
