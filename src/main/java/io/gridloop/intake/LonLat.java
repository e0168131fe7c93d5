package io.gridloop.intake;

/**
 * A point in one of the datums that maps use; which one, says who hands it on.
 *
 * @param longitude degrees east
 * @param latitude degrees north
 */
record LonLat(double longitude, double latitude) {}
