/** Writes the files of the whole county, from a seed, so that they can be drawn anew and never differ. */
@NullMarked
package io.gridloop.county;

import org.jspecify.annotations.NullMarked;
