/** Patrols of grid workers: tracks, what they cover, and how long both are kept. */
@NullMarked
package io.gridloop.desk.patrol;

import org.jspecify.annotations.NullMarked;
