/** Tests of photographs. */
@NullMarked
package io.gridloop.photos;

import org.jspecify.annotations.NullMarked;
