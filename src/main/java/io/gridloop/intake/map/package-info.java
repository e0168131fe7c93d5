/** The map of a community's grids, drawn by gridloop itself; behind it lie tiles only where a county names a server. */
@NullMarked
package io.gridloop.intake.map;

import org.jspecify.annotations.NullMarked;
