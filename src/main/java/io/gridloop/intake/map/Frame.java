package io.gridloop.intake.map;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * From degrees to the units of a picture: north is up, and at this latitude a metre is as long to the east as to the
 * north. A county is so small that no other projection would look different.
 *
 * @param west degrees at the left edge
 * @param north degrees at the upper edge
 * @param perLongitude units of the picture for each degree to the east
 * @param perLatitude units of the picture for each degree to the south
 * @param width of the picture, in units
 * @param height of the picture, in units
 */
record Frame(double west, double north, double perLongitude, double perLatitude, double width, double height) {

    /** About the pixels that a phone has for it, so that letters are as large as they say. */
    private static final double WIDEST = 360;
    private static final double HIGHEST = 500;
    private static final double MARGIN = 8;
    /** Degrees; also a community without extent gets a picture. */
    private static final double SMALLEST = 1e-6;

    /** Around all of these areas, with a margin. */
    static Frame around(List<Geometry> areas) {
        var all = new Envelope();
        areas.forEach(area -> all.expandToInclude(area.getEnvelopeInternal()));
        double cosine = Math.cos(Math.toRadians(all.getMinY() + all.getHeight() / 2));
        double perLongitude = Math.min((WIDEST - 2 * MARGIN) / Math.max(all.getWidth(), SMALLEST),
                (HIGHEST - 2 * MARGIN) / Math.max(all.getHeight(), SMALLEST) * cosine);
        double perLatitude = perLongitude / cosine;
        return new Frame(all.getMinX() - MARGIN / perLongitude, all.getMaxY() + MARGIN / perLatitude, perLongitude,
                perLatitude, all.getWidth() * perLongitude + 2 * MARGIN, all.getHeight() * perLatitude + 2 * MARGIN);
    }

    /** Degrees at the right edge. */
    double east() {
        return west + width / perLongitude;
    }

    /** Degrees at the lower edge. */
    double south() {
        return north - height / perLatitude;
    }

    String x(double longitude) {
        return number((longitude - west) * perLongitude);
    }

    String y(double latitude) {
        return number((north - latitude) * perLatitude);
    }

    String width(double west, double east) {
        return number((east - west) * perLongitude);
    }

    String height(double north, double south) {
        return number((north - south) * perLatitude);
    }

    /** To a tenth of a unit. */
    static String number(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }
}
