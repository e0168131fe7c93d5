@NullMarked
package io.gridloop.intake.open311;

import org.jspecify.annotations.NullMarked;
