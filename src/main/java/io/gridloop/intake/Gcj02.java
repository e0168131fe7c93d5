package io.gridloop.intake;

/**
 * GCJ-02, the datum of maps sold in mainland China (高德, 腾讯), which lies some hundred metres beside WGS-84.
 *
 * <p>No authority publishes its formula. This is the one in open circulation, as in the EvilTransform project
 * (github.com/googollee/eviltransform, whose published pairs the tests hold it to), on the ellipsoid of Krasovsky 1940.
 * The inverse repeats the forward formula until it meets the point, so that it adds less than a millimetre; how far the
 * formula itself is from what a map shows is not known here, users report up to a few metres. BD-09 (百度) is another
 * datum, which this is not.
 */
final class Gcj02 {

    /** Semi-major axis of the ellipsoid, metres. */
    private static final double AXIS = 6_378_245.0;

    /** Its first eccentricity squared. */
    private static final double ECCENTRICITY = 0.00669342162296594323;

    /** Each one leaves less than a hundredth of the error before it, which is half a metre after the first. */
    private static final int ROUNDS = 5;

    private Gcj02() {}

    /** What a Chinese map calls a point that is given in WGS-84. */
    static LonLat ofWgs84(LonLat wgs84) {
        double x = wgs84.longitude() - 105;
        double y = wgs84.latitude() - 35;
        double phi = Math.toRadians(wgs84.latitude());
        double bulge = 1 - ECCENTRICITY * Math.sin(phi) * Math.sin(phi);
        double metresNorth = AXIS * (1 - ECCENTRICITY) / (bulge * Math.sqrt(bulge));
        double metresEast = AXIS / Math.sqrt(bulge) * Math.cos(phi);
        return new LonLat(wgs84.longitude() + Math.toDegrees(east(x, y) / metresEast),
                wgs84.latitude() + Math.toDegrees(north(x, y) / metresNorth));
    }

    /** The WGS-84 point that a Chinese map shows there. */
    static LonLat toWgs84(LonLat gcj02) {
        var guess = gcj02;
        for (int i = 0; i < ROUNDS; i++) {
            var met = ofWgs84(guess);
            guess = new LonLat(guess.longitude() - (met.longitude() - gcj02.longitude()),
                    guess.latitude() - (met.latitude() - gcj02.latitude()));
        }
        return guess;
    }

    /** By how many metres a point is moved to the north. */
    private static double north(double x, double y) {
        return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
                + (20 * wave(x, 6) + 20 * wave(x, 2) + 20 * wave(y, 1) + 40 * wave(y, 1 / 3.0)
                        + 160 * wave(y, 1 / 12.0) + 320 * wave(y, 1 / 30.0)) * 2 / 3;
    }

    /** By how many metres a point is moved to the east. */
    private static double east(double x, double y) {
        return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
                + (20 * wave(x, 6) + 20 * wave(x, 2) + 20 * wave(x, 1) + 40 * wave(x, 1 / 3.0)
                        + 150 * wave(x, 1 / 12.0) + 300 * wave(x, 1 / 30.0)) * 2 / 3;
    }

    private static double wave(double degrees, double times) {
        return Math.sin(degrees * Math.PI * times);
    }
}
