/** The designer's door: a changed model is compared, replayed, approved by a second person, deployed, and watched. */
@NullMarked
package io.gridloop.process.door;

import org.jspecify.annotations.NullMarked;
