package io.gridloop.county;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A lattice with crooked lines. Each line between two crossings is drawn once and used by the cells on both of its
 * sides, so that neighbours share their border to the last digit.
 */
final class Lattice {

    /** A position in degrees, WGS-84. */
    record Point(double longitude, double latitude) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "[%.6f, %.6f]", longitude, latitude);
        }
    }

    private static final int PIECES = 4;
    private static final double WEST = 113.320;
    private static final double SOUTH = 35.052;
    private static final double WIDTH = 0.160;
    private static final double HEIGHT = 0.090;

    private final int columns;
    private final int rows;
    private final long seed;

    Lattice(int columns, int rows, long seed) {
        this.columns = columns;
        this.rows = rows;
        this.seed = seed;
    }

    /** The ring of a cell, counter-clockwise, its first point again at the end. */
    List<Point> cell(int column, int row) {
        return ring(line(column, row, column + 1, row), line(column + 1, row, column + 1, row + 1),
                line(column + 1, row + 1, column, row + 1), line(column, row + 1, column, row));
    }

    /** The lower or upper half of a cell, cut from the middle of its left line to the middle of its right one. */
    List<Point> half(int column, int row, boolean upper) {
        var left = line(column, row, column, row + 1);
        var right = line(column + 1, row, column + 1, row + 1);
        var cut = crooked(left.get(PIECES / 2), right.get(PIECES / 2), random(column, row, -1, -1));
        return upper
                ? ring(cut, right.subList(PIECES / 2, PIECES + 1), line(column + 1, row + 1, column, row + 1),
                        reversed(left.subList(PIECES / 2, PIECES + 1)))
                : ring(line(column, row, column + 1, row), right.subList(0, PIECES / 2 + 1), reversed(cut),
                        reversed(left.subList(0, PIECES / 2 + 1)));
    }

    /** A county around all of it, with room for places that belong to no grid. */
    List<Point> around() {
        var random = new Random(seed);
        var points = IntStream.range(0, 40).mapToObj(i -> {
            var angle = 2 * Math.PI * i / 40;
            var reach = 0.97 + 0.10 * random.nextDouble();
            return rounded(WEST + WIDTH / 2 + 0.125 * reach * Math.cos(angle),
                    SOUTH + HEIGHT / 2 + 0.090 * reach * Math.sin(angle));
        }).collect(Collectors.toCollection(ArrayList::new));
        points.add(points.getFirst());
        return points;
    }

    static String geometry(List<Point> ring) {
        return "{\"type\": \"Polygon\", \"coordinates\": [["
                + ring.stream().map(Point::toString).collect(Collectors.joining(", ")) + "]]}";
    }

    @SafeVarargs
    private static List<Point> ring(List<Point>... lines) {
        var ring = new ArrayList<Point>();
        for (var line : lines) {
            ring.addAll(line.subList(0, line.size() - 1));
        }
        ring.add(ring.getFirst());
        return ring;
    }

    private List<Point> line(int fromColumn, int fromRow, int toColumn, int toRow) {
        if (fromColumn > toColumn || fromRow > toRow) {
            return reversed(line(toColumn, toRow, fromColumn, fromRow));
        }
        return crooked(crossing(fromColumn, fromRow), crossing(toColumn, toRow),
                random(fromColumn, fromRow, toColumn, toRow));
    }

    private static List<Point> crooked(Point from, Point to, Random random) {
        var east = to.longitude() - from.longitude();
        var north = to.latitude() - from.latitude();
        var points = new ArrayList<>(List.of(from));
        for (var piece = 1; piece < PIECES; piece++) {
            var along = (piece + 0.3 * (random.nextDouble() - 0.5)) / PIECES;
            var aside = 0.16 * (random.nextDouble() - 0.5);
            points.add(rounded(from.longitude() + along * east - aside * north,
                    from.latitude() + along * north + aside * east));
        }
        points.add(to);
        return points;
    }

    private Point crossing(int column, int row) {
        var random = random(column, row, column, row);
        var x = (column + 0.4 * (random.nextDouble() - 0.5)) / columns;
        var y = (row + 0.4 * (random.nextDouble() - 0.5)) / rows;
        // Bent as a whole, so that the county does not look like a chess-board.
        return rounded(WEST + WIDTH * x + 0.006 * Math.sin(3 * y), SOUTH + HEIGHT * y + 0.005 * Math.sin(5 * x));
    }

    private Random random(int... key) {
        var mixed = seed;
        for (var part : key) {
            mixed = 31 * mixed + 7_919L * (part + 1);
        }
        var random = new Random(mixed * 2_654_435_761L);
        random.nextDouble();
        return random;
    }

    private static List<Point> reversed(List<Point> line) {
        var back = new ArrayList<>(line);
        Collections.reverse(back);
        return back;
    }

    private static Point rounded(double longitude, double latitude) {
        return new Point(Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6);
    }
}
