package io.gridloop.photos;

/**
 * Where the camera says that it was. Told to who brought the photograph and to nobody else, and not kept.
 *
 * @param longitude degrees, WGS-84
 * @param latitude degrees, WGS-84
 */
public record PhotoOrigin(double longitude, double latitude) {}
