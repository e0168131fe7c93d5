@NullMarked
package io.gridloop.intake.map;

import org.jspecify.annotations.NullMarked;
