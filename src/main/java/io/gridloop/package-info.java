/** gridloop: one package for each module, none of them cyclic. */
@NullMarked
package io.gridloop;

import org.jspecify.annotations.NullMarked;
