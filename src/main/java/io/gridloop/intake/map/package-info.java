/** The map of a community's grids, drawn by gridloop itself: no tiles of anybody outside are asked for. */
@NullMarked
package io.gridloop.intake.map;

import org.jspecify.annotations.NullMarked;
