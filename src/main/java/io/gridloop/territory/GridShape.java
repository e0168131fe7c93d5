package io.gridloop.territory;

import org.locationtech.jts.geom.Geometry;

/**
 * A grid and the area that it covers.
 *
 * @param grid the grid
 * @param area polygon or several, in degrees of WGS-84; x is the longitude
 */
public record GridShape(GridRef grid, Geometry area) {}
