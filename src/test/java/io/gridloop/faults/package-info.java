/** Parts are killed under load; what was promised must hold afterwards. Run by {@code mvn verify -Pfaults}. */
@NullMarked
package io.gridloop.faults;

import org.jspecify.annotations.NullMarked;
