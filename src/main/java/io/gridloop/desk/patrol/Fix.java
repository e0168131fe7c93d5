package io.gridloop.desk.patrol;

import java.time.Instant;

/**
 * Where a phone was.
 *
 * @param at when, by the phone's clock
 * @param longitude degrees, WGS-84
 * @param latitude degrees, WGS-84
 */
record Fix(Instant at, double longitude, double latitude) {}
