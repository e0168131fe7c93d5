package io.gridloop.desk.patrol;

/**
 * What became of a batch of positions.
 *
 * @param taken how many belong to the track
 * @param leftOut how many were of no use: outside the county, more than a day off, or more than a patrol may have
 */
record Taken(int taken, int leftOut) {}
