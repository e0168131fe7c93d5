package io.gridloop.desk;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a phone is.
 *
 * @param longitude degrees, WGS-84
 * @param latitude degrees, WGS-84
 */
record Position(double longitude, double latitude) {

    /** Only plain decimals: Java's own parser also takes NaN, Infinity, hexadecimals and a trailing d. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,3}(\\.\\d{1,15})?");

    /** The position of two numbers as text; empty when one is no plain decimal number. */
    static Optional<Position> of(String longitude, String latitude) {
        return DECIMAL.matcher(longitude).matches() && DECIMAL.matcher(latitude).matches()
                ? Optional.of(new Position(Double.parseDouble(longitude), Double.parseDouble(latitude)))
                : Optional.empty();
    }
}
